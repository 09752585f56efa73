using CommunityWidget.Database;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>One pass over what is due on a site: offers past their deadline end, then each question, oldest first, takes its next step on the ladder.</summary>
public sealed class AdvanceSite(IMatchQueue queue, LoadMatch load, OfferStore offers, ExpireOffers expire, ApplyOutcome apply, TimeProvider clock)
{
    // What a node that froze has locked makes each look at it wait for two seconds: half of the time is the others'.
    private const long SoonMs = 200, LockedMs = 2_000;

    // Where people come and go without end, a question nobody can take is parked nevertheless.
    private const int Looks = 3;

    public async Task Run(Guid site, IReadOnlyList<Claim> claims, long now)
    {
        var due = claims.Select(c => c.Thread).ToList();
        var (ended, locked) = await Expire(due, now);
        // Whoever let an offer pass is free for the oldest question, and that one need not be due: all of the site are looked at anew.
        if (ended) await queue.Wake(site, now);
        foreach (var claim in claims.Where(c => locked.Contains(c.Thread))) await queue.Settle(claim, clock.NowMs() + LockedMs);
        // All were claimed at one moment.
        if (!ended) await Advance(site, [.. claims.Where(c => !locked.Contains(c.Thread))], look: 1, seen: claims[0].Wakes);
    }

    // Who wants questions, who has a free seat and who is connected are not read at one moment: when one comes and another goes in between, nobody seems to be
    // there. Nothing is given up on one look, and where somebody rang meanwhile not on two: all that would be are looked at once more, together.
    private async Task Advance(Guid site, IReadOnlyList<Claim> claims, int look, long seen)
    {
        if (claims.Count == 0) return;
        var pass = await load.Pass(site, [.. claims.Select(c => c.Thread)], clock.NowMs());
        var (again, woken) = (new List<Claim>(), (bool?)null);
        async Task<bool> Woken() => woken ??= await queue.WokenAt(site) > seen;
        foreach (var claim in claims)
        {
            using var step = Traces.StepOf(claim.Thread, "matching.advance");
            var input = pass.InputFor(claim.Thread);
            if (input is null)
            {
                await queue.Remove(site, claim.Thread);
                continue;
            }
            var decision = LadderDecision.Decide(input);
            var isFirstGivenUp = decision.GivesUp && look == 1;
            if (isFirstGivenUp || (look < Looks && (decision.GivesUp || decision.LeavesCommunity) && await Woken()))
            {
                again.Add(claim);
                continue;
            }
            var applied = await apply.Run(input, decision);
            pass.Count(applied.Offered);
            if (applied.StillWaiting) await queue.Settle(claim, applied.Stale ? clock.NowMs() + SoonMs : decision.DueAt);
            else await queue.Remove(site, claim.Thread);
        }
        if (again.Count > 0) await Advance(site, again, look + 1, await queue.WokenAt(site));
    }

    // Which could not be stored: somebody else holds them, and nobody waits for that but they.
    private async Task<(bool Ended, IReadOnlySet<Guid> Locked)> Expire(IReadOnlyList<Guid> due, long now)
    {
        var (ended, locked) = (false, new HashSet<Guid>());
        foreach (var thread in await offers.Overdue(due, now))
        {
            if (await expire.Run(thread, now)) ended = true;
            else locked.Add(thread);
        }
        return (ended, locked);
    }
}
