using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>What should happen to one waiting thread now. Pure: the same input gives the same decision.</summary>
public static class LadderDecision
{
    public static MatchDecision Decide(MatchInput input)
    {
        // Who goes withdraws their offers; one made or reopened at that very moment is withdrawn here.
        var gone = input.Open.Where(o => input.MayOffer && input.Candidates.Any(c => c.Left && c.Member.Id == o.Member)).ToList();
        if (gone.Count > 0) return new([new MatchOutcome.Withdrawn(gone)], input.Now, []);

        var considered = new List<Considered>();
        return AskFirst(input, Wanted(input)) ?? AskFirst(input, input.Helpers) ?? Climb(input, considered);
    }

    private static IReadOnlyList<Guid> Wanted(MatchInput input) => input.Thread.WantedMember is { } wanted ? [wanted] : [];

    // A transfer's target, or whoever answered before, is a wave of its own before the ladder begins; so are the helpers of who left.
    private static MatchDecision? AskFirst(MatchInput input, IReadOnlyList<Guid> first)
    {
        if (FirstWave(input, first).Exists(o => o.IsOpen)) return new([], input.Open.Min(o => o.Deadline), []);
        if (!input.MayOffer || OffersTo(input, first).Any()) return null;
        var ready = input.Candidates.Where(c => first.Contains(c.Member.Id) && CouldTakeNow(input, c)).ToList();
        if (ready.Count == 0) return null;
        var offerMs = OfferFirstMs(input.Ladder);
        return new(
            [new MatchOutcome.Offered((int)input.Thread.Rung, [.. ready.Select(c => c.Member.Id)], offerMs)],
            input.Open.Select(o => o.Deadline).Append(input.Now + offerMs).Min(),
            [.. ready.Select(c => new Considered(c.Member.Id, (int)input.Thread.Rung, "offered", c.Fit(input.Thread.Topic)))]);
    }

    /// <summary>A transfer: its target alone, whatever the ladder would say.</summary>
    public static MatchDecision Transfer(ThreadRecord thread, Ladder ladder, Guid to, long now) => new(
        [new MatchOutcome.Offered((int)thread.Rung, [to], OfferFirstMs(ladder))],
        now + OfferFirstMs(ladder),
        [new(to, (int)thread.Rung, "offered", 0)]);

    private static int OfferFirstMs(Ladder ladder) => ladder.Rungs[0].OfferMs;

    private static bool CouldTakeNow(MatchInput input, Candidate candidate) =>
        candidate is { Connected: true, Agreed: true, HasFreeSeat: true, Answers: true } && candidate.Member.Intent == People.Intents.Available
        && !Eligibility.SaidNo(input.History, input.Departures, candidate.Member.Id);

    private static IEnumerable<Offer> OffersTo(MatchInput input, IReadOnlyList<Guid> members) =>
        input.History.Where(o => members.Contains(o.Member) && o.Fence == input.Thread.Fence);

    // The wave in which they were asked first; none when they were asked among others, by the ladder.
    private static List<Offer> FirstWave(MatchInput input, IReadOnlyList<Guid> first)
    {
        var number = OffersTo(input, first).Select(o => o.Wave).DefaultIfEmpty(-1).Min();
        var wave = input.History.Where(o => o.Wave == number).ToList();
        return wave.TrueForAll(o => first.Contains(o.Member)) ? wave : [];
    }

    private static MatchDecision Climb(MatchInput input, List<Considered> considered)
    {
        var thread = input.Thread;
        var rung = (int)thread.Rung;
        // The rung's time starts once those asked first have had theirs.
        var asked = FirstWave(input, Wanted(input)).Concat(FirstWave(input, input.Helpers)).Where(o => o.Rung == rung).ToList();
        var entered = asked.Select(o => o.EndedAt ?? 0).Append(thread.RungEnteredAt).Max();

        for (; rung < input.Ladder.Parked; rung++, entered = input.Now)
        {
            var step = input.Ladder.At(rung);
            var leavesAt = entered + step.StaysMs;
            if (input.Now >= leavesAt) continue;
            var outcomes = step.Kind == RungKinds.Agents
                ? WithAgents(input, step, rung, considered)
                : WithCommunity(input, step, rung, asked, considered);
            if (outcomes is null) continue;
            // Who waits for the team is told at once when it closes.
            var staysUntil = step.Kind == RungKinds.Agents ? Math.Min(leavesAt, input.HoursChangeAt ?? leavesAt) : leavesAt;
            return new(outcomes, NextLook(input, staysUntil, outcomes), considered);
        }
        if (input.Open.Count > 0) return new([], input.Open.Min(o => o.Deadline), considered);
        return OfThoseWhoReturn(input, considered) ?? new([new MatchOutcome.Parked()], long.MaxValue, considered);
    }

    // A rung's time may have passed while nobody could be here: who is back meanwhile is asked, and who may come back is waited for.
    private static MatchDecision? OfThoseWhoReturn(MatchInput input, List<Considered> considered)
    {
        var rung = (int)input.Thread.Rung;
        // A ladder may have been made shorter since.
        if (input.ReturnBy is not { } returnBy || rung >= input.Ladder.Parked) return null;
        var (step, offers) = (input.Ladder.At(rung), new List<MatchOutcome>());
        if (input.MayOffer) AddOffer(offers, input, step, rung, step.Wave, considered);
        if (offers.Count > 0) return new(offers, NextLook(input, returnBy, offers), considered);
        return SomebodyMayReturn(input, rung) ? new([], returnBy, considered) : null;
    }

    private static bool SomebodyMayReturn(MatchInput input, int rung)
    {
        if (input.ReturnBy is null) return false;
        var kind = input.Ladder.KindOf(rung);
        return kind == RungKinds.Agents
            ? input.TeamMayReturn
            : input.Candidates.Any(c => c.MayReturn && Eligibility.Of(input, c with { Connected = true }, kind, rung) == Eligibility.Eligible);
    }

    private static List<MatchOutcome> Stay(MatchInput input, int rung) => rung == input.Thread.Rung ? [] : [new MatchOutcome.Widened(rung)];

    /// <summary>Null: nobody on duty nor on their way back, the rung is skipped. Super users who come free are still offered the question.</summary>
    private static List<MatchOutcome>? WithAgents(MatchInput input, Rung step, int rung, List<Considered> considered)
    {
        if (!input.AgentsOnDuty && !input.TeamMayReturn) return null;
        var outcomes = new List<MatchOutcome>();
        if (rung != input.Thread.Rung) outcomes.Add(new MatchOutcome.HandedToAgents(rung));
        if (input.MayOffer) AddOffer(outcomes, input, step, rung, step.Wave - input.Open.Count, considered);
        return outcomes;
    }

    /// <summary>Null: nobody eligible, nobody on their way back and nobody still thinking about it, the rung is skipped.</summary>
    private static List<MatchOutcome>? WithCommunity(MatchInput input, Rung step, int rung, IReadOnlyList<Offer> askedFirst, List<Considered> considered)
    {
        if (!input.MayOffer) return Stay(input, rung);
        var outcomes = new List<MatchOutcome>();
        var running = rung == input.Thread.Rung ? input.CurrentWave(askedFirst) : [];
        AddOffer(outcomes, input, step, rung, step.Wave - running.Count, considered);
        if (outcomes.Count > 0 || running.Count > 0) return outcomes;
        return SomebodyMayReturn(input, rung) ? Stay(input, rung) : null;
    }

    private static void AddOffer(List<MatchOutcome> outcomes, MatchInput input, Rung step, int rung, int room, List<Considered> considered)
    {
        var topic = input.Thread.Topic;
        var eligible = new List<Candidate>();
        foreach (var candidate in input.Candidates)
        {
            var verdict = Eligibility.Of(input, candidate, step.Kind, rung);
            if (verdict == Eligibility.Eligible) eligible.Add(candidate);
            else considered.Add(new(candidate.Member.Id, rung, verdict, candidate.Fit(topic)));
        }
        var best = eligible
            .OrderByDescending(c => c.Fit(topic))
            .ThenBy(c => c.Member.Busy)
            .ThenBy(c => c.Member.LastOfferedAt)
            .ThenBy(c => Lot(input.Thread, c))
            .ToList();
        var chosen = best.Take(Math.Max(0, room)).ToList();
        considered.AddRange(best.Select((c, place) => new Considered(c.Member.Id, rung, place < chosen.Count ? "offered" : "wave_full", c.Fit(topic))));
        if (chosen.Count > 0) outcomes.Add(new MatchOutcome.Offered(rung, [.. chosen.Select(c => c.Member.Id)], step.OfferMs));
    }

    private static long NextLook(MatchInput input, long leavesAt, List<MatchOutcome> outcomes)
    {
        var deadlines = input.Open.Select(o => o.Deadline)
            .Concat(outcomes.OfType<MatchOutcome.Offered>().Select(o => input.Now + o.OfferMs));
        return deadlines.Append(leavesAt).Append(input.ReturnBy ?? long.MaxValue).Min();
    }

    // Random between equals, yet the same on every node and in every replay.
    private static uint Lot(ThreadRecord thread, Candidate candidate)
    {
        var hash = 2_166_136_261u;
        foreach (var value in thread.Id.ToByteArray().Concat(candidate.Member.Id.ToByteArray()).Append((byte)thread.Wave)) hash = (hash ^ value) * 16_777_619u;
        return hash;
    }
}
