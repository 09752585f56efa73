using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>May this member be asked this question on this rung? Pure; the first rule that says no gives the reason.</summary>
public static class Eligibility
{
    public const string Eligible = "eligible";

    public static string Of(MatchInput input, Candidate candidate, string rungKind, int rung)
    {
        var thread = input.Thread;
        var mine = input.OffersTo(candidate.Member.Id);
        var left = input.DeparturesOf(candidate.Member.Id);
        return candidate switch
        {
            { Member: var m } when !m.Is(Roles.SuperUser) => "other_role",
            { Connected: false } => "not_connected",
            { Agreed: false } => "charter",
            { Member: var m } when !m.Speaks(thread.Language) => "other_language",
            _ when rungKind == RungKinds.Topic && !candidate.Knows(thread.Topic) => "other_topic",
            _ when SaidNo(mine, left, candidate.Member.Id) || left.Any(d => d.LeftReason == "transferred") => "declined",
            _ when mine.Any(o => o.IsOpen) => "asked_already",
            _ when !MayBeAskedAgain(mine, left, rung) => "missed",
            { HasFreeSeat: false } => "full",
            _ => Eligible,
        };
    }

    /// <summary>Who declined or released a question is never asked again for it, not even when somebody wants them to have it.</summary>
    public static bool SaidNo(IReadOnlyList<Offer> history, IReadOnlyList<Departure> departures, Guid member) =>
        history.Any(o => o.Member == member && o.State == OfferStates.Declined)
        || departures.Any(d => d.Member == member && d.LeftReason is "released" or "handed_back");

    // Who let it expire, or took it and vanished, may be asked once more, on a later rung.
    private static bool MayBeAskedAgain(IReadOnlyList<Offer> mine, IReadOnlyList<Departure> left, int rung)
    {
        if (mine.Count == 0 && left.Count == 0) return true;
        var missed = mine.Where(o => o.State == OfferStates.Expired).ToList();
        var vanished = left.Where(d => d.LeftReason == "vanished").ToList();
        var lastRung = missed.Concat(mine.Where(o => o.State == OfferStates.Accepted && vanished.Count > 0))
            .Select(o => o.Rung).DefaultIfEmpty(vanished.Count > 0 ? long.MaxValue : 0).Max();
        return missed.Count + vanished.Count == 0 || (missed.Count + vanished.Count == 1 && lastRung < rung);
    }
}
