using CommunityWidget.Configuration;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Redis;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

public static class MatchingSetup
{
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services.AddOptions<MatchingOptions>().BindSettings("Matching").ValidateDataAnnotations()
            .Validate(options => options.BeatsInTime, "Matching:BeatMs must be at most a third of Matching:SilenceMs and of Matching:VisitorHereMs: people who are connected would seem gone between two beats.")
            .ValidateOnStart();
        services.AddSingleton(Queue).AddSingleton(new FromZero(Instruments.Offers, "outcome", "made"));
        services.AddSingleton<LoadMatch>().AddSingleton<ExpireOffers>().AddSingleton<OfferWave>().AddSingleton<ApplyOutcome>().AddSingleton<AdvanceSite>().AddSingleton<AdvanceMatching>();
        services.AddSingleton<AcceptOffer>().AddSingleton<DeclineOffer>().AddSingleton<UndoDecline>().AddSingleton<TakeThread>().AddSingleton<TransferThread>().AddSingleton<SetAvailability>();
        services.AddSingleton<HeardStore>().AddSingleton<Presence>().AddChore<BeatPeople>().AddSingleton<RescueVanished>().AddSingleton<WithdrawMembers>().AddSingleton<FreeAssigned>().AddSingleton<ReconcileQueue>().AddSingleton<SearchPause>();
        services.AddSingleton<Explanations>().AddSingleton<RehearseLadder>().AddSingleton<ListWaiting>();
        services.AddSingleton<AskForHelp>().AddSingleton<ListHelpers>();
        services.AddSingleton<IOutboxHandler, WakeOnNews>().AddSingleton<IOutboxHandler, WakeOnMembers>().AddSingleton<IOutboxHandler, AskAssignee>();
        // Before the worker, so that it ends after it.
        services.AddSingleton<SoleNode>().AddHostedService(provider => provider.GetRequiredService<SoleNode>());
        return services.AddHostedService<MatchWorker>();
    }

    private static IMatchQueue Queue(IServiceProvider provider)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        if (provider.GetService<RedisLink>() is not { } link) return new InMemoryMatchQueue(clock, provider.GetRequiredService<SoleNode>());
        var options = provider.GetRequiredService<IOptions<RedisOptions>>().Value;
        var shared = new RedisMatchQueue(link, provider.GetRequiredService<Listening>(), new QueueKeys(options.Prefix, link.Number), clock);
        return new SharedMatchQueue(shared, shared.Probe, TimeSpan.FromMilliseconds(options.TimeoutMs), clock, provider.GetRequiredService<ILogger<SharedMatchQueue>>());
    }

    public static void MapMatching(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/waiting", (HttpContext http, ListWaiting list) => list.Run((MemberCaller)http.Caller()!))
            .Allow(Permission.OwnConsole).WithName("ListWaiting");
        routes.MapGet("/api/threads/{id}/explain", async (string id, HttpContext http, ThreadAccess access, Explanations explanations) =>
        {
            var found = await access.Read(http.Caller()!, id);
            return found.Value is { } thread
                ? new Reply<IReadOnlyList<ExplainedStep>>(await explanations.Of(thread.Id)).ToHttp()
                : new Reply<Done>(null, found.Refusal).ToHttp();
        }).Allow(Permission.Administer).WithName("ExplainThread");
    }
}
