using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

public static class ThreadsSetup
{
    public static IServiceCollection AddThreads(this IServiceCollection services)
    {
        TypeHandlers.Json<PageContext>();
        TypeHandlers.Json<ProductContext>();
        TypeHandlers.Json<StoredStatus>();
        services.AddSingleton<ThreadStore>().AddSingleton<ParticipantStore>().AddSingleton<OfferStore>().AddSingleton<OfferReader>();
<<<<<<< HEAD
        services.AddSingleton<HelperSearch>().AddSingleton<ThreadReader>().AddSingleton<ThreadNews>().AddSingleton<StepEffects>().AddSingleton<ThreadWriter>().AddSingleton<ThreadAccess>().AddSingleton<ReturnThread>();
=======
        services.AddSingleton<ThreadReader>().AddSingleton<ThreadNews>().AddSingleton<ThreadBatch>().AddSingleton<StepEffects>().AddSingleton<ThreadWriter>().AddSingleton<ThreadAccess>().AddSingleton<ReturnThread>();
>>>>>>> main
        return services.AddSingleton<Idempotency>().AddSingleton<LadderChange>();
    }
}
