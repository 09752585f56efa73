using CommunityWidget.Matching;
using CommunityWidget.People;

namespace CommunityWidget.Hubs.Filters;

/// <summary>A poll counts as a frame: whoever reads or writes over HTTP is there too.</summary>
public static class PollPresence
{
    private static readonly PathString[] Polls = ["/api/threads", "/api/console", "/api/offers"];

    public static void UsePollPresence(this IApplicationBuilder app) => app.Use((http, next) =>
        Array.Exists(Polls, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) && http.Caller() is { } caller && !SocketCallers.IsUnsigned(caller, caller.Site) ? Polled(http, caller, next) : next(http));

    private static async Task Polled(HttpContext http, Caller caller, RequestDelegate next)
    {
        await http.RequestServices.GetRequiredService<Presence>().Polled(caller);
        await next(http);
    }
}
