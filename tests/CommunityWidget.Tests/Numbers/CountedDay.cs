using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Numbers;

/// <summary>The first day of a world, counted.</summary>
internal static class CountedDay
{
    public static async Task<Report> Report(this TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await world.Get<TallyQuestions>().Run()) { }
        var day = new DateOnly(2026, 3, 2);
        return await world.Get<MakeReport>().Of(world.Here, new(day, day), new());
    }
}
