using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.Filters;

/// <summary>Tells presence when connections open and end, whichever hub they are on, and remembers whose they are.</summary>
public sealed class PresenceFilter(Presence presence, RevokedSockets revoked, Drain drain) : IHubFilter
{
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var connection = context.Context;
        connection.Remember(connection.GetHttpContext()?.Caller());
        await next(context);
        if (connection.Caller() is not { } caller) return;
        revoked.Watch(connection);
        await presence.Joined(connection.ConnectionId, caller);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        revoked.Forget(context.Context);
        // A connection that timed out had been silent that long already.
        var silentFor = exception is OperationCanceledException ? HubsSetup.ClientTimeout : TimeSpan.Zero;
        // Whoever is moved to another node has not left: nobody takes their offers away meanwhile.
        await (drain.HasBegun ? presence.Moved(context.Context.ConnectionId) : presence.Left(context.Context.ConnectionId, silentFor));
        await next(context, exception);
    }
}
