using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Gives a conversation back to the ladder when its responder has not been heard from for too long.</summary>
public sealed class RescueVanished(Db db, ThreadStore threads, ThreadWriter writer, SiteStore sites, IMatchQueue queue, HeardStore signs, ReconcileQueue reconcile, TimeProvider clock, IOptions<MatchingOptions> options)
{
    // No more of a thread than that: every node reads all that are live, every two seconds.
    private sealed record Held
    {
        public Guid Id { get; init; }
        public Guid Responder { get; init; }
        public long Fence { get; init; }
    }

    public async Task Run()
    {
        var now = clock.NowMs();
        // Silence before presence was known means nothing: the time starts when it came back.
        if (!queue.SeesEveryone(now) || !IsSilent(reconcile.KnownSince, now)) return;
        foreach (var site in await sites.All())
        {
            var live = await db.Query<Held>("select id, responder, fence from threads where site = @Id and state = 'live'", new { site.Id });
            if (live.Count == 0) continue;
            var beats = await queue.Beats(site.Id, [.. live.Select(t => t.Responder).Distinct()], now);
            // Lost since the sweep began: that nobody is known says nothing.
            if (!queue.SeesEveryone(clock.NowMs())) return;
            foreach (var thread in live)
            {
                if (IsSilent(HeardOf(thread, beats), now) && IsSilent(await signs.LastSign(thread.Id, thread.Responder), now)) await Return(thread, site, now);
            }
        }
    }

    private bool IsSilent(long heard, long now) => now - heard > options.Value.SilenceMs;

    // No beat known: nobody was heard since presence came back, whatever the visitor wrote meanwhile.
    private long HeardOf(Held thread, IReadOnlyDictionary<Guid, Beat> beats) => beats.TryGetValue(thread.Responder, out var beat) ? beat.At : reconcile.KnownSince;

    private async Task Return(Held seen, Site site, long now) => await db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if (thread.Fence != seen.Fence) return Refusals.StaleFence;
        var step = ThreadMachine.Return(thread, "vanished", site.Ladder.Parked, now);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
