using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Gives a conversation back to the ladder when its responder has not been heard from for too long.</summary>
public sealed class RescueVanished(Db db, ThreadStore threads, ThreadWriter writer, SiteStore sites, IMatchQueue queue, ReconcileQueue reconcile, TimeProvider clock, IOptions<MatchingOptions> options)
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
        if (!queue.SeesEveryone(now) || now - reconcile.KnownSince <= options.Value.SilenceMs) return;
        foreach (var site in await sites.All())
        {
            var live = await db.Query<Held>("select id, responder, fence from threads where site = @Id and state = 'live'", new { site.Id });
            if (live.Count == 0) continue;
            var beats = await queue.Beats(site.Id, [.. live.Select(t => t.Responder).Distinct()], now);
            foreach (var thread in live)
            {
                var heard = beats.TryGetValue(thread.Responder, out var beat) ? beat.At : Math.Max(reconcile.KnownSince, await HeldSince(thread));
                if (now - heard > options.Value.SilenceMs) await Return(thread, site, now);
            }
        }
    }

    // No beat known: nobody was heard since presence came back, whatever the visitor wrote meanwhile.
    private Task<long> HeldSince(Held thread) => db.Find<long>(
        "select coalesce(max(joined_at), 0) from participants where thread = @Id and member = @Responder and left_at is null", new { thread.Id, thread.Responder });

    private async Task Return(Held seen, Site site, long now) => await db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if (thread.Fence != seen.Fence) return Refusals.StaleFence;
        var step = ThreadMachine.Return(thread, "vanished", site.Ladder.Parked, now);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
