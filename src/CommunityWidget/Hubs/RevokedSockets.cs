using System.Collections.Concurrent;
using CommunityWidget.Hubs.FanOut;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs;

/// <summary>
/// Closes the sockets of who may not be here any more: members suspended, signed out everywhere by a new password, or in other roles than before; customers who signed
/// out or are known no longer; visitors nobody vouches for, once they gave their token up or their site serves no such any more, and erased ones. Whoever calls a method is looked at then; a socket that only listens is looked at here, all of a node in one statement.
/// </summary>
public sealed partial class RevokedSockets(SocketCallers sockets, HubLifetimeManager<VisitorHub> visitors, ConductSignal signal, Silences silences, BlockedPlaces places, TimeProvider clock, ILogger<RevokedSockets> log) : BackgroundService
{
    // A word that somebody may do less comes at once, and may get lost: five seconds hold without it.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new();

    public void Watch(HubCallerContext connection)
    {
        // Whoever nobody has named costs nothing here.
        if (connection.Caller() is MemberCaller or VisitorCaller { Visitor.Session: not null }) _open[connection.ConnectionId] = connection;
    }

    public void Forget(HubCallerContext connection) => _open.TryRemove(connection.ConnectionId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var woken = new SemaphoreSlim(0, 1);
        signal.OnRaised(() => Wake(woken));
        using var timer = new PeriodicTimer(Interval, clock);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var word = woken.WaitAsync(stoppingToken);
        while (true)
        {
            await (await Task.WhenAny(tick, word));
            stoppingToken.ThrowIfCancellationRequested();
            if (tick.IsCompleted) tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            if (word.IsCompleted) word = woken.WaitAsync(stoppingToken);
            try
            {
                await Look();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, error);
            }
        }
    }

    private static void Wake(SemaphoreSlim woken)
    {
        try { woken.Release(); }
        catch (SemaphoreFullException) { /* already raised: one look serves all */ }
        catch (ObjectDisposedException) { /* this node is leaving */ }
    }

    private async Task Look()
    {
        await silences.Refresh();
        await places.Refresh();
        var open = _open.Values.Select(line => (Line: line, Member: line.Caller() as MemberCaller)).Where(one => one.Member is not null).ToList();
        var gone = await sockets.Gone([.. open.Select(one => one.Member!)]);
        foreach (var (line, _) in open.Where(one => gone.Contains(one.Member!))) line.Abort();
        var devices = _open.Values.Where(connection => Device(connection) is not null).ToList();
        var standing = await sockets.Standing([.. devices.Select(connection => Device(connection)!).Distinct()]);
        foreach (var connection in devices.Where(connection => Device(connection) is { } device && !standing.Contains(device))) connection.Abort();
        var strict = await sockets.Strict();
        var left = await sockets.Left();
        if (visitors is not FanOutLifetimeManager<VisitorHub> all || (strict.Count == 0 && left.Count == 0 && !silences.AnyShut)) return;
        foreach (var connection in all.Connections)
        {
            if (!connection.Items.TryGetValue(typeof(Caller), out var who) || who is not VisitorCaller caller) continue;
            // A device or pass is given up by itself, looked at above.
            if (silences.IsErased(caller.Id) || (caller.Visitor.Session is null && left.Contains(caller.Id))) connection.Abort();
            if (silences.BlockedUntil(caller.Id) is not null) await places.Seen(caller, connection.GetHttpContext()?.Connection.RemoteIpAddress);
            if (strict.TryGetValue(caller.Site.Id, out var site) && SocketCallers.IsUnsigned(caller, site)) connection.Abort();
        }
    }

    private static string? Device(HubCallerContext connection) => (connection.Caller() as VisitorCaller)?.Visitor.Session;

    private static partial class Log
    {
        [LoggerMessage(601, LogLevel.Error, "Whose session was revoked could not be looked up; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
