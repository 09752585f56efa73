using CommunityWidget.Matching;
using CommunityWidget.People;

namespace CommunityWidget.Hubs.Filters;

/// <summary>A poll counts as a frame: whoever reads or writes over HTTP is there too.</summary>
public static class PollPresence
{
    public static void UsePollPresence(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api/threads", StringComparison.OrdinalIgnoreCase) && http.Caller() is { } caller)
            await http.RequestServices.GetRequiredService<Presence>().Polled(caller);
        await next(http);
    });
}
