using CommunityWidget.Matching;
using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.Filters;

/// <summary>Tells presence when connections open and end, whichever hub they are on.</summary>
public sealed class PresenceFilter(Presence presence) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await next(context);
        if (context.Context.GetHttpContext()?.Caller() is { } caller) await presence.Joined(context.Context.ConnectionId, caller);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        // A connection that timed out had been silent that long already.
        var silentFor = exception is OperationCanceledException ? HubsSetup.ClientTimeout : TimeSpan.Zero;
        await presence.Left(context.Context.ConnectionId, silentFor);
        await next(context, exception);
    }
}
