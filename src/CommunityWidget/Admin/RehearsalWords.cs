using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin;

/// <summary>What a ladder would do now, in words.</summary>
public sealed class RehearsalWords(Rehearsal rehearsal, Site site, AdminTexts a, DateTimeOffset now)
{
    private const int Named = 12, LookAheadMinutes = 14 * 24 * 60;

    private readonly Ladder _ladder = rehearsal.Ladder;

    public IReadOnlyList<RehearsedLine> Lines => [.. First().Concat(rehearsal.Steps.SelectMany(Of))];

    // A ladder that begins with the team hands nothing over.
    private IEnumerable<RehearsedLine> First() =>
        _ladder.KindOf(1) == RungKinds.Agents && rehearsal.TeamOnDuty ? [new(a.RehearsedAfter(0), $"{a.WouldBeHanded(1)}.", [])] : [];

    private IEnumerable<RehearsedLine> Of(RehearsedStep step)
    {
        var said = $"{string.Join("; ", step.Outcomes.Select(Of))}.";
        if (step.Outcomes.OfType<MatchOutcome.Parked>().Any() && WhyNoTeam() is { } why) said += $" {why}";
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

    private string? WhyNoTeam()
    {
        if (rehearsal.TeamOnDuty) return null;
        if (_ladder.Rungs.All(rung => rung.Kind != RungKinds.Agents)) return a.NoTeamRung;
        return site.Hours.OpenAt(now) ? a.TeamAway : a.TeamClosedUntil(Opens() is { } opens ? a.TeamHours(opens) : null);
    }

    // Minute by minute: whatever the hours are made of, they themselves say when they are open.
    private DateTimeOffset? Opens()
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(site.Hours.TimeZone));
        var next = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        var opens = Enumerable.Range(1, LookAheadMinutes).Select(minute => next.AddMinutes(minute)).FirstOrDefault(at => site.Hours.OpenAt(at));
        return opens == default ? null : TimeZoneInfo.ConvertTime(opens, TimeZoneInfo.FindSystemTimeZoneById(site.Hours.TimeZone));
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
