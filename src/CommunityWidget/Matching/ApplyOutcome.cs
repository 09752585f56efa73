using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>The one place that acts on what matching decided, in one transaction under the fence and wave it was decided on.</summary>
public sealed class ApplyOutcome(Db db, ThreadStore threads, ThreadWriter writer, OfferWave wave, OfferStore offers, SiteStore sites, Explanations explanations, TimeProvider clock)
{
    public async Task<Applied> Run(MatchInput decidedOn, MatchDecision decision)
    {
        if (decision.Outcomes.Count == 0) return Applied.Nothing;
        var reply = await db.Write<Applied>(async tx =>
        {
            var thread = await threads.Lock(tx, decidedOn.Thread.Id);
            if (thread is not { State: ThreadStates.Waiting }) return Applied.Gone;
            if ((thread.Fence, thread.Wave, thread.Rung) != (decidedOn.Thread.Fence, decidedOn.Thread.Wave, decidedOn.Thread.Rung)) return Applied.Changed;
            // Another node changed it, and this one has not heard.
            if (!(await sites.AsItIs(tx, thread.Site)).Ladder.Rungs.SequenceEqual(decidedOn.Ladder.Rungs)) return Applied.Changed;
            // Reopened meanwhile, by whoever had declined it.
            if (decision.GivesUp && (await offers.History(tx, thread.Id)).Any(offer => offer.IsOpen)) return Applied.Changed;
            return await Act(tx, thread, decision);
        });
        return reply.Value ?? Applied.Changed;
    }

    /// <summary>Asks a transfer's target in the transaction that makes the thread wait; nobody is offered it when they are away or full.</summary>
    public async Task<Reply<Applied>> Transfer(Tx tx, ThreadRecord thread, Guid to) =>
        await Act(tx, thread, LadderDecision.Transfer(thread, (await writer.SiteOf(tx, thread)).Ladder, to, clock.NowMs()));

    private async Task<Reply<Applied>> Act(Tx tx, ThreadRecord thread, MatchDecision decision)
    {
        var offered = new List<Guid>();
        foreach (var outcome in decision.Outcomes)
        {
            Reply<ThreadRecord> next = outcome switch
            {
                MatchOutcome.HandedToAgents handed => await Climb(tx, thread, handed.Rung, "handed_to_agents"),
                MatchOutcome.Widened widened => await Climb(tx, thread, widened.Rung, "widened"),
                MatchOutcome.Offered decided => await Offer(tx, thread, decided, offered),
                MatchOutcome.Withdrawn withdrawn => await Withdraw(tx, thread, withdrawn),
                MatchOutcome.Parked => await Park(tx, thread),
                _ => throw new InvalidOperationException($"{outcome} is not matching's to apply."),
            };
            if (next.Refusal is { } refusal) return refusal;
            thread = next.Value!;
        }
        await explanations.Store(tx, thread, decision, await writer.SiteOf(tx, thread));
        // A member who lost their seat meanwhile leaves a gap in the wave: look again soon.
        var wanted = decision.Outcomes.OfType<MatchOutcome.Offered>().Sum(o => o.Members.Count);
        return new Applied(thread.State == ThreadStates.Waiting, Stale: offered.Count < wanted, offered);
    }

    private async Task<Reply<ThreadRecord>> Offer(Tx tx, ThreadRecord thread, MatchOutcome.Offered decided, List<Guid> offered)
    {
        if (decided.Rung != thread.Rung)
        {
            var climbed = await Climb(tx, thread, decided.Rung, "widened");
            if (climbed.Value is null) return climbed;
            thread = climbed.Value;
        }
        // The wave exists only because this moved the row.
        thread = await writer.Change(tx, thread, thread with { Wave = thread.Wave + 1 });
        offered.AddRange(await wave.Run(tx, thread, decided));
        return thread;
    }

    private async Task<Reply<ThreadRecord>> Withdraw(Tx tx, ThreadRecord thread, MatchOutcome.Withdrawn withdrawn)
    {
        foreach (var offer in withdrawn.Offers.OrderBy(o => o.Member)) await offers.End(tx, offer, OfferStates.Rescinded, clock.NowMs());
        return thread;
    }

    private async Task<Reply<ThreadRecord>> Park(Tx tx, ThreadRecord thread)
    {
        var site = await writer.SiteOf(tx, thread);
        var step = ThreadMachine.Park(thread, site.Ladder.Parked, clock.NowMs());
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    }

    private async Task<Reply<ThreadRecord>> Climb(Tx tx, ThreadRecord thread, int rung, string reason)
    {
        var step = ThreadMachine.Climb(thread, rung, reason, clock.NowMs());
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    }
}

/// <summary>What became of a decision.</summary>
/// <param name="StillWaiting">The thread waits on.</param>
/// <param name="Stale">It changed meanwhile: decide again.</param>
/// <param name="Offered">Who was asked.</param>
public sealed record Applied(bool StillWaiting, bool Stale, IReadOnlyList<Guid> Offered)
{
    public static readonly Applied Nothing = new(true, false, []);
    public static readonly Applied Changed = new(true, true, []);
    public static readonly Applied Gone = new(false, false, []);
}
