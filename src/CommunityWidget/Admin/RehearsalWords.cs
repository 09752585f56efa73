using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin;

/// <summary>What a ladder would do now, in words.</summary>
public sealed class RehearsalWords(Rehearsal rehearsal, Site site, AdminTexts a, DateTimeOffset now)
{
    private const int Named = 12;

    private readonly Ladder _ladder = rehearsal.Ladder;

    public IReadOnlyList<RehearsedLine> Lines => [.. First().Concat(rehearsal.Steps.SelectMany(Of))];

    // A ladder that begins with the team hands nothing over.
    private IEnumerable<RehearsedLine> First() =>
        _ladder.KindOf(1) == RungKinds.Agents && rehearsal.TeamOnDuty ? [new(a.RehearsedAfter(0), $"{a.WouldBeHanded(1)}.", [])] : [];

    private IEnumerable<RehearsedLine> Of(RehearsedStep step)
    {
        var said = $"{string.Join("; ", step.Outcomes.Select(Of))}.";
        if (step.Outcomes.OfType<MatchOutcome.Parked>().Any() && WhyNoTeam(now.AddMilliseconds(step.AfterMs)) is { } why) said += $" {why}";
        var notAsked = step.Considered.Where(c => c.Verdict != "offered").GroupBy(c => (c.Rung, c.Verdict))
            .Select(g => ($"{a.RungNumber(g.Key.Rung)}, {a.Verdict(g.Key.Verdict)}", People(g.Select(c => c.Member)))).ToList();
        return [new(a.RehearsedAfter(step.AfterMs), said, notAsked)];
    }

    private string Of(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.Offered o => a.WouldBeOffered(People(o.Members), o.Rung, _ladder.KindOf(o.Rung)),
        MatchOutcome.Widened w => a.WouldFindNobody(w.Rung, _ladder.KindOf(w.Rung)),
        MatchOutcome.HandedToAgents h => a.WouldBeHanded(h.Rung),
        _ => a.WouldBeParked,
    };

    // At the moment in which the question would be parked.
    private string? WhyNoTeam(DateTimeOffset then)
    {
        var open = site.Hours.OpenAt(then);
        if (open && rehearsal.TeamHere) return null;
        if (_ladder.Rungs.All(rung => rung.Kind != RungKinds.Agents)) return a.NoTeamRung;
        if (open) return a.TeamAway;
        return a.TeamClosedUntil(site.Hours.NextChange(then) is { } opens ? a.TeamHours(TimeZoneInfo.ConvertTime(opens, site.Hours.Zone)) : null);
    }

    private string People(IEnumerable<Guid> members)
    {
        var names = members.Distinct().Select(id => rehearsal.Names.GetValueOrDefault(id) ?? a.SomebodyGone).ToList();
        return string.Join(", ", names.Count > Named ? [.. names.Take(Named), $"+ {names.Count - Named}"] : names);
    }
}

/// <param name="When">After how long.</param>
/// <param name="What">What would happen.</param>
/// <param name="NotAsked">Who would not be asked, by reason.</param>
public sealed record RehearsedLine(string When, string What, IReadOnlyList<(string Why, string People)> NotAsked);
