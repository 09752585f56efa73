using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>The site's rules, and what happens to who does not keep them.</summary>
public static class SanctionsSetup
{
    public static IServiceCollection AddSanctions(this IServiceCollection services)
    {
        services.AddSingleton<CharterStore>().AddSingleton<AcceptCharter>();
        services.AddSingleton<SanctionStore>().AddSingleton<StrikeStore>().AddSingleton<SettleConduct>().AddSingleton<ConductSignal>();
        services.AddSingleton<IssueSanction>().AddSingleton<LiftSanction>().AddSingleton<AppealSanction>().AddSingleton<DismissProposal>().AddSingleton<ReadWord>();
        services.AddSingleton<Silences>().AddSingleton<BlockedPlaces>().AddSingleton<SilenceVisitor>().AddSingleton<NoteStrike>();
        return services.AddSingleton<IOutboxHandler, SanctionLetters>();
    }

    public static void MapSanctions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/threads/{id}/silence", async (string id, SilenceRequest request, HttpContext http, SilenceVisitor silence) =>
            (await silence.Run((MemberCaller)http.Caller()!, id, request.Minutes, request.Block)).ToHttp()).Allow(Permission.Silence).WithName("SilenceVisitor");
}
