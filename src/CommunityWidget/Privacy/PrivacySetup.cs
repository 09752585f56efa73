using CommunityWidget.Hosting;
using CommunityWidget.People;

namespace CommunityWidget.Privacy;

/// <summary>What a person may ask about their own data, and what is kept for how long.</summary>
public static class PrivacySetup
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<Scrub>().AddSingleton<EraseVisitor>().AddSingleton<EraseMember>().AddSingleton<FindPerson>().AddSingleton<ExportPerson>();
        services.AddSingleton<FindReaderWords>().AddSingleton<EraseReaderWords>();
        return services.AddSingleton<PurgePlan>().AddSingleton<PurgeOld>().AddHostedService<PrivacyWorker>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/visitors/me");
        me.MapPost("/archive", async (HttpContext http, ExportPerson export) =>
        {
            var reply = await export.Visitor((VisitorCaller)http.Caller()!);
            return reply.Value is { } archive ? Results.File(archive, Archive.Type, "my-data.zip") : reply.ToHttp();
        }).Allow(Permission.Ask).AboutOwnData().WithName("ExportVisitor");
        me.MapPost("/erase", async (HttpContext http, EraseVisitor erase) =>
            (await erase.Run((VisitorCaller)http.Caller()!)).ToHttp()).Allow(Permission.Ask).AboutOwnData().WithName("EraseVisitor");
    }
}
