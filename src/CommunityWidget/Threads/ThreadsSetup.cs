using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Telemetry;

namespace CommunityWidget.Threads;

public static class ThreadsSetup
{
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        TypeHandlers.Json<PageContext>();
        TypeHandlers.Json<ProductContext>();
        TypeHandlers.Json<ShopContext>();
        TypeHandlers.Json<StoredStatus>();
        services.AddSingleton<ThreadStore>().AddSingleton<HoldStore>().AddSingleton<ParticipantStore>().AddSingleton<OfferStore>().AddSingleton<OfferReader>();
        services.AddSingleton<HelperSearch>().AddSingleton<ThreadReader>().AddSingleton<ThreadNews>().AddSingleton<Subscriptions>().AddSingleton<SubscriptionSignal>().AddSingleton<ThreadBatch>().AddSingleton<ArchivedThreads>().AddSingleton<StepEffects>().AddSingleton<ThreadWriter>().AddSingleton<EraseThread>().AddSingleton<SetAside>().AddSingleton<LeaveThreads>();
        services.AddSingleton<ThreadAccess>().AddSingleton<ReturnThread>().AddSingleton<AssignThread>();
        services.AddSingleton(new FromZero(Instruments.Offers, "outcome", OfferStates.Accepted, OfferStates.Declined, OfferStates.Expired, OfferStates.Rescinded));
        return services.AddSingleton<IGauge, WaitingByRung>().AddSingleton<Idempotency>().AddSingleton<LadderChange>().AddSingleton<HelpCallStore>().AddSingleton<HelpCallReader>();
    }
}
