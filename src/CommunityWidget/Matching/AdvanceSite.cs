using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>One pass over what is due on a site: offers past their deadline end, then each question, oldest first, takes its next step on the ladder.</summary>
public sealed class AdvanceSite(IMatchQueue queue, LoadMatch load, OfferStore offers, ExpireOffers expire, ApplyOutcome apply)
{
    private const long SoonMs = 200;

    public async Task Run(Guid site, IReadOnlyList<Claim> claims, long now)
    {
        var due = claims.Select(c => c.Thread).ToList();
        if (await Expire(site, claims, due, now)) return;
        var pass = await load.Pass(site, due, now);
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
            var applied = await apply.Run(input.Thread, decision);
            pass.Count(applied.Offered);
            if (applied.StillWaiting) await queue.Settle(claim, applied.Stale ? now + SoonMs : decision.DueAt);
            else await queue.Remove(site, claim.Thread);
        }
    }

    // Whoever let an offer pass is free for the oldest question, and that one need not be due: all of the site are looked at anew.
    private async Task<bool> Expire(Guid site, IReadOnlyList<Claim> claims, IReadOnlyList<Guid> due, long now)
    {
        var overdue = await offers.Overdue(due, now);
        if (overdue.Count == 0) return false;
        var stored = true;
        foreach (var thread in overdue) stored &= await expire.Run(thread, now);
        if (stored) await queue.Wake(site, now);
        else foreach (var claim in claims) await queue.Settle(claim, now + SoonMs);
        return true;
    }
}
