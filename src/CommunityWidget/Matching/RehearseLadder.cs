using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// What a question asked now would go through on a ladder, if nobody took it: the same decision as for real ones, on who is here now,
/// with a clock of its own, by which the team's hours end and begin. Nothing is stored and nobody is asked.
/// </summary>
public sealed class RehearseLadder(LoadMatch load, TimeProvider clock)
{
    public async Task<Rehearsal> Run(Site site, Ladder ladder, string language, string? topic)
    {
        var now = clock.NowMs();
        var asked = new ThreadRecord { Id = clock.NewId(), Site = site.Id, Language = language, Topic = topic, RungEnteredAt = now, AskedAt = now };
        var pass = await load.Pass(site.Id, [asked.Id], now);
        var input = new MatchInput(asked, ladder, [], [], [], pass.Candidates, pass.AgentsOnDuty, now) { MayOffer = pass.MayOffer, HoursChangeAt = pass.HoursChangeAt };
        var steps = Play(input, next => ByTheClock(next, site.Hours, pass.AgentsHere));
        return new(ladder, steps, pass.Candidates.ToDictionary(c => c.Member.Id, c => c.Member.Name), pass.AgentsOnDuty, pass.AgentsHere);
    }

    // Whoever is here stays, but a team whose hours end goes, and comes when they begin.
    private static MatchInput ByTheClock(MatchInput input, Hours hours, bool agentsHere)
    {
        if (input.HoursChangeAt is not { } change || input.Now < change || input.Now == long.MaxValue) return input;
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(input.Now);
        return input with { AgentsOnDuty = agentsHere && hours.OpenAt(moment), HoursChangeAt = hours.NextChange(moment)?.ToUnixTimeMilliseconds() };
    }

    /// <summary>Pure. Every offer made is let pass.</summary>
    /// <param name="input">As it is now.</param>
    /// <param name="later">What is different by then.</param>
    private static List<RehearsedStep> Play(MatchInput input, Func<MatchInput, MatchInput> later)
    {
        var (start, steps) = (input.Now, new List<RehearsedStep>());
        // Each rung has its waves and each wave its end: what goes on longer than this goes on for ever.
        for (var look = 0; look < 1_000 && input.Now < long.MaxValue; look++)
        {
            var decision = LadderDecision.Decide(input);
            if (decision.Outcomes.Count > 0) steps.Add(new(input.Now - start, decision.Outcomes, decision.Considered));
            if (decision.Outcomes.OfType<MatchOutcome.Parked>().Any()) break;
            input = later(Lapsed(decision.Outcomes.Aggregate(input, Done), decision.DueAt));
        }
        return steps;
    }

    private static MatchInput Done(MatchInput input, MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.HandedToAgents handed => Climbed(input, handed.Rung),
        MatchOutcome.Widened widened => Climbed(input, widened.Rung),
        MatchOutcome.Offered offered => Offered(offered.Rung == input.Thread.Rung ? input : Climbed(input, offered.Rung), offered),
        _ => input,
    };

    private static MatchInput Climbed(MatchInput input, int rung) => input with { Thread = input.Thread with { Rung = rung, RungEnteredAt = input.Now } };

    private static MatchInput Offered(MatchInput input, MatchOutcome.Offered offered)
    {
        Count(input, offered.Members, 1);
        var thread = input.Thread with { Wave = input.Thread.Wave + 1 };
        return With(input, thread, [.. input.History, .. offered.Members.Select(member => new Offer
        {
            Id = member,
            Thread = thread.Id,
            Site = thread.Site,
            Member = member,
            Wave = thread.Wave,
            Rung = offered.Rung,
            OfferedAt = input.Now,
            Deadline = input.Now + offered.OfferMs,
        })], input.Now);
    }

    private static MatchInput Lapsed(MatchInput input, long now)
    {
        Count(input, [.. input.Open.Where(o => o.Deadline <= now).Select(o => o.Member)], -1);
        return With(input, input.Thread, [.. input.History.Select(o => o.IsOpen && o.Deadline <= now ? o with { State = OfferStates.Expired, EndedAt = o.Deadline } : o)], now);
    }

    // A new one, not a copy: it derives what it knows from its history.
    private static MatchInput With(MatchInput input, ThreadRecord thread, IReadOnlyList<Offer> history, long now) =>
        new(thread, input.Ladder, history, input.Departures, input.Helpers, input.Candidates, input.AgentsOnDuty, now) { MayOffer = input.MayOffer, HoursChangeAt = input.HoursChangeAt };

    private static void Count(MatchInput input, IReadOnlyCollection<Guid> members, int by)
    {
        foreach (var candidate in input.Candidates.Where(c => members.Contains(c.Member.Id))) candidate.OfferedNow += by;
    }
}

/// <summary>What would happen to a question.</summary>
/// <param name="Ladder">On this ladder.</param>
/// <param name="Steps">In order.</param>
/// <param name="Names">Of all it speaks of.</param>
/// <param name="TeamOnDuty">The team's hours are open and somebody of it is there.</param>
/// <param name="TeamHere">Somebody of it is there, whatever its hours say.</param>
public sealed record Rehearsal(Ladder Ladder, IReadOnlyList<RehearsedStep> Steps, IReadOnlyDictionary<Guid, string> Names, bool TeamOnDuty, bool TeamHere);

/// <summary>Something that would happen.</summary>
/// <param name="AfterMs">How long after asking.</param>
/// <param name="Outcomes">What.</param>
/// <param name="Considered">Who would be looked at, and why they would be asked or not.</param>
public sealed record RehearsedStep(long AfterMs, IReadOnlyList<MatchOutcome> Outcomes, IReadOnlyList<Considered> Considered);
