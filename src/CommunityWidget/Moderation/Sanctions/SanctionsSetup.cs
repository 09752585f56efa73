using CommunityWidget.Database;
using CommunityWidget.Moderation.Charters;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>The site's rules, and what happens to who does not keep them.</summary>
public static class SanctionsSetup
{
    public static IServiceCollection AddSanctions(this IServiceCollection services)
    {
        services.AddSingleton<CharterStore>().AddSingleton<AcceptCharter>();
        services.AddSingleton<SanctionStore>().AddSingleton<StrikeStore>().AddSingleton<SettleConduct>().AddSingleton<ConductSignal>();
        services.AddSingleton<IssueSanction>().AddSingleton<LiftSanction>().AddSingleton<AppealSanction>().AddSingleton<DismissProposal>().AddSingleton<ReadWord>();
        return services.AddSingleton<IOutboxHandler, SanctionLetters>();
    }
}
