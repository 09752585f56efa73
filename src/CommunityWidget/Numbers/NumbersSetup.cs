using CommunityWidget.Hosting;
using CommunityWidget.Numbers.Explaining;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers;

/// <summary>What the questions of a site add up to, and why each went where it went.</summary>
public static class NumbersSetup
{
    public static IServiceCollection AddNumbers(this IServiceCollection services)
    {
        services.AddSingleton<TallyStore>().AddSingleton<TallyQuestions>().AddSingleton<PackDays>();
        services.AddSingleton<ReportStore>().AddSingleton<MakeReport>().AddSingleton<ReadWords>();
        services.AddSingleton<ListQuestions>().AddSingleton<TellStory>();
        return services.AddChore<KeepTallies>().AddChore<CountAvailable>();
    }
}
