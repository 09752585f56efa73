using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Gives a conversation back to the ladder when its responder has not been heard from for too long.</summary>
public sealed class RescueVanished(Db db, ThreadStore threads, ThreadWriter writer, SiteStore sites, IMatchQueue queue, HeardStore signs, ReconcileQueue reconcile, ClockOffset clocks, TimeProvider clock, IOptions<MatchingOptions> options)
{
    private static readonly IReadOnlyDictionary<Guid, Beat> Nobody = new Dictionary<Guid, Beat>();

    // By site. Only the matching worker looks, one look after the other.
    private readonly Dictionary<Guid, Look> _looks = [];

    // No more of a thread than that: every node reads all that are live.
    private sealed record Held
    {
        public Guid Id { get; init; }
        public Guid Responder { get; init; }
        public long Fence { get; init; }
    }

    /// <param name="At">When the live conversations were read.</param>
    /// <param name="Responders">Who held them.</param>
    private sealed record Look(long At, IReadOnlyList<Guid> Responders);

    private long KnownSince => clocks.ByOthers(reconcile.KnownSince);

    public async Task Run()
    {
        var now = clocks.Now();
        // Silence before presence was known means nothing: the time starts when it came back.
        if (!queue.SeesEveryone(clock.NowMs()) || !IsSilent(KnownSince, now)) return;
        var isTrue = new Lazy<Task<bool>>(ClockIsTrue);
        foreach (var site in await sites.All())
        {
            if (!await MayBeSilent(site, now)) continue;
            var live = await db.Query<Held>("select id, responder, fence from threads where site = @Id and state = 'live'", new { site.Id });
            var responders = live.Select(t => t.Responder).Distinct().ToList();
            var beats = await Beats(site, responders, now);
            // Lost since the sweep began: that nobody is known says nothing.
            if (!queue.SeesEveryone(clock.NowMs())) return;
            foreach (var thread in live)
            {
                if (!IsSilent(HeardOf(thread.Responder, beats), now) || !IsSilent(await signs.LastSign(thread.Id, thread.Responder), now)) continue;
                if (!await isTrue.Value) return;
                await Return(thread, site, now);
            }
            // Only when all that was found is done: what failed is looked at again at once.
            _looks[site.Id] = new(now, responders);
        }
    }

    // Presence is asked at every sweep, the database when somebody has fallen silent. A conversation begun since the last look has a sign of then, its beginning:
    // half the time leaves the other half for a commit that took long and for clocks that differ.
    private async Task<bool> MayBeSilent(Site site, long now)
    {
        if (!_looks.TryGetValue(site.Id, out var last) || now < last.At || now - last.At > options.Value.SilenceMs / 2) return true;
        var beats = await Beats(site, last.Responders, now);
        return last.Responders.Any(responder => IsSilent(HeardOf(responder, beats), now));
    }

    // Asked when somebody is to lose a conversation, and not before: to a clock that is ahead everybody is silent.
    private async Task<bool> ClockIsTrue()
    {
        await clocks.Compare();
        return !clocks.IsFar;
    }

    private async Task<IReadOnlyDictionary<Guid, Beat>> Beats(Site site, IReadOnlyCollection<Guid> who, long now) =>
        who.Count == 0 ? Nobody : await queue.Beats(site.Id, who, now);

    private bool IsSilent(long heard, long now) => now - heard > options.Value.SilenceMs;

    // No beat known: nobody was heard since presence came back, whatever the visitor wrote meanwhile.
    private long HeardOf(Guid responder, IReadOnlyDictionary<Guid, Beat> beats) => beats.TryGetValue(responder, out var beat) ? beat.At : KnownSince;

    private async Task Return(Held seen, Site site, long now) => await db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if (thread.Fence != seen.Fence) return Refusals.StaleFence;
        var step = ThreadMachine.Return(thread, "vanished", site.Ladder.Parked, now);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
