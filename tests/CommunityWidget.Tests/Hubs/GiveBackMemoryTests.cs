using CommunityWidget.Hubs;
using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Hubs;

/// <summary>What many people left is collected once most of them have gone, and not each time somebody goes.</summary>
public sealed class GiveBackMemoryTests
{
    [Fact]
    public async Task Once_most_have_gone_memory_is_collected_and_again_only_after_many_were_there()
    {
        await using var world = await TestWorld.Start();
        var (presence, visitor, collected) = (world.Get<Presence>(), await world.Arrive(), 0);
        var chore = new GiveBackMemory(presence, () => collected++);
        async Task Come(int from, int to) { for (var line = from; line < to; line++) await presence.Joined($"line {line}", visitor); }
        async Task Go(int from, int to) { for (var line = from; line < to; line++) await presence.Left($"line {line}", TimeSpan.Zero); }

        await Come(0, 998);
        await chore.Run();
        await Go(0, 998);
        await chore.Run();
        Assert.Equal(0, collected);

        await Come(0, 1_200);
        await chore.Run();
        await Go(0, 500);
        await chore.Run();
        Assert.Equal(0, collected);
        await Go(500, 700);
        await chore.Run();
        await chore.Run();
        Assert.Equal(1, collected);
        await Go(700, 1_200);
        await chore.Run();
        Assert.Equal(1, collected);
    }
}
