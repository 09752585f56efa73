using CommunityWidget.Hosting;
using CommunityWidget.Hubs.FanOut;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CommunityWidget.Hubs;

/// <summary>
/// When this node leaves, its sockets are closed with SignalR's own word that they may come back, spread evenly and by chance over most of
/// the time there is: never more than an eighth of them in a second, so that the other nodes are not overrun.
/// </summary>
public sealed class MoveSockets(
    HubLifetimeManager<VisitorHub> visitors,
    HubLifetimeManager<SuperUserHub> superUsers,
    HubLifetimeManager<AgentHub> agents,
    TimeProvider clock)
{
    /// <summary>Few sockets overrun nobody, and a node without any need not wait.</summary>
    private const int MsForEach = 80;

    private static readonly CloseMessage Elsewhere = new(error: null, allowReconnect: true);

    public async Task Run(int withinMs, CancellationToken late)
    {
        var open = Open();
        Random.Shared.Shuffle(open);
        var spread = Math.Min(withinMs * 0.8, open.Length * MsForEach);
        var (started, last) = (clock.GetTimestamp(), TimeSpan.Zero);
        for (var i = 0; i < open.Length; i++)
        {
            var due = TimeSpan.FromMilliseconds(spread * (i + Random.Shared.NextDouble()) / open.Length);
            // A machine that was late does not catch up at once: that would be the rush this is for.
            var soonest = last + TimeSpan.FromMilliseconds(spread * 0.65 / open.Length);
            var wait = (due > soonest ? due : soonest) - clock.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, late);
            last = clock.GetElapsedTime(started);
            _ = open[i].WriteAsync(Elsewhere, CancellationToken.None);
        }
        // Most close by themselves at once; an answer that is on its way arrives before. Who was let in just before this began and is here only now is told now.
        var told = open.ToHashSet();
        while (Open() is { Length: > 0 } left)
        {
            foreach (var one in left.Where(told.Add)) _ = one.WriteAsync(Elsewhere, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, late);
        }
    }

    private HubConnectionContext[] Open() => [.. Of(visitors), .. Of(superUsers), .. Of(agents)];

    private static IEnumerable<HubConnectionContext> Of<THub>(HubLifetimeManager<THub> connections) where THub : Hub =>
        connections is FanOutLifetimeManager<THub> ours ? ours.Connections : [];
}
