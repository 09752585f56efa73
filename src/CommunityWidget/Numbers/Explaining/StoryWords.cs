using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Numbers.Texts;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Explaining;

/// <summary>A question's way in words.</summary>
public sealed class StoryWords(Story story, NumbersTexts n, AdminTexts a)
{
    private const int Named = 12;

    public IEnumerable<StoryLine> Lines => story.Moments.Select(Line).Where(line => line.Said.Count > 0);

    private StoryLine Line(StoryMoment moment) => moment switch
    {
        StoryMoment.Changed { Event: var e } => Plain(moment, n.Happened(e.Status?.Reason ?? e.Kind, Who(e), e.Status?.Stars, e.Status?.Assignee is { } to ? Name(to) : null)),
        StoryMoment.Answered { Event: var e } => Plain(moment, n.FirstAnswer(Name(e.Author ?? Guid.Empty))),
        StoryMoment.OnLadder { Ladder: var ladder } => new(moment.At, [n.OnLadder(a.LadderInWords(ladder))], [], IsAside: true),
        StoryMoment.Ended ended => Plain(moment, Ended(ended)),
        StoryMoment.Matched { Step: var step } => new(moment.At, [.. Matched(step)], [.. NotAsked(step)]),
        _ => Plain(moment, ""),
    };

    private static StoryLine Plain(StoryMoment moment, string words) => new(moment.At, words == "" ? [] : [words], []);

    private string Ended(StoryMoment.Ended ended)
    {
        var people = People(ended.Offers.Select(o => o.Member));
        return ended.How switch
        {
            OfferStates.Declined => n.Declined(people),
            OfferStates.Expired => n.Lapsed(people),
            OfferStates.Rescinded => n.Rescinded(people),
            _ => "",
        };
    }

    private IEnumerable<string> Matched(ExplainedStep step)
    {
        // Steps of before their parts were kept have only their own words.
        if (step.Happened is null) return step.Outcomes;
        return Skipped(step).Concat(step.Happened.Select(happened => Happened(step, happened)));
    }

    private string Happened(ExplainedStep step, ExplainedOutcome happened) => happened.What switch
    {
        ExplainedOutcome.Offered => n.OfferedTo(happened.Rung ?? 0, Kind(step, happened.Rung), People(happened.Members)),
        ExplainedOutcome.Widened => n.NobodyOn(happened.Rung ?? 0, Kind(step, happened.Rung)),
        ExplainedOutcome.HandedToAgents => n.Handed(happened.Rung ?? 0),
        ExplainedOutcome.Withdrawn => n.GoneAway(People(happened.Members)),
        _ => n.NobodyNow,
    };

    // Rungs that were looked at below the one that was reached, and the team's where it was passed by.
    private IEnumerable<string> Skipped(ExplainedStep step)
    {
        var offered = step.Happened!.Where(h => h.What == ExplainedOutcome.Offered).Select(h => h.Rung).ToHashSet();
        var reached = step.Happened!.Where(h => h.Rung is not null).Select(h => h.Rung!.Value).DefaultIfEmpty(int.MaxValue).Max();
        offered.UnionWith(Before(step).SelectMany(before => before.Happened ?? []).Where(h => h.What == ExplainedOutcome.Offered).Select(h => h.Rung));
        foreach (var rung in step.Considered.Select(c => c.Rung).Distinct().Order().Where(r => r < reached && !offered.Contains(r) && !IsTeam(step, r)))
            yield return n.Skipped(rung, Kind(step, rung));
        if (step.Happened!.All(h => h.What != ExplainedOutcome.Parked) || step.Ladder?.Any(r => r.Kind == RungKinds.Agents) != true) yield break;
        if (!WasWithTeam(step)) yield return step.TeamOpen == false ? n.TeamClosed : n.TeamAway;
        else if (step.TeamOpen == false) yield return n.TeamWentHome;
    }

    private bool WasWithTeam(ExplainedStep parked) => Before(parked).Any(step => step.Happened?.Any(h => h.What == ExplainedOutcome.HandedToAgents) == true);

    private IEnumerable<ExplainedStep> Before(ExplainedStep step) => story.Moments.OfType<StoryMoment.Matched>().Select(m => m.Step).TakeWhile(before => before != step);

    private IEnumerable<(string Why, string People)> NotAsked(ExplainedStep step) => step.Considered
        .Where(c => c.Verdict != ExplainedOutcome.Offered)
        .GroupBy(c => (c.Rung, c.Verdict))
        .Select(g => ($"{a.RungNumber(g.Key.Rung)}, {a.Verdict(g.Key.Verdict)}", People(g.Select(c => c.Member))));

    private static bool IsTeam(ExplainedStep step, int rung) => step.Ladder is { } ladder && rung <= ladder.Count && ladder[rung - 1].Kind == RungKinds.Agents;

    private string Kind(ExplainedStep step, int? rung) =>
        step.Ladder is { } ladder && rung >= 1 && rung <= ladder.Count ? n.Rung(ladder[rung.Value - 1].Kind) : a.RungNumber(rung ?? 0);

    private string Who(EventRow e) => e.AuthorKind switch
    {
        "member" when e.Author is { } author => Name(author),
        "visitor" => n.Visitor,
        _ => n.ByItself,
    };

    private string People(IEnumerable<Guid> members)
    {
        var all = members.Distinct().Select(Name).ToList();
        return string.Join(", ", all.Count > Named ? [.. all.Take(Named), n.More(all.Count - Named)] : all);
    }

    private string Name(Guid member) => story.Names.GetValueOrDefault(member) ?? n.Somebody;
}

/// <summary>One line of the time line.</summary>
/// <param name="At">When.</param>
/// <param name="Said">What happened, a sentence each.</param>
/// <param name="NotAsked">Who was not asked, by reason.</param>
/// <param name="IsAside">It explains rather than happened.</param>
public sealed record StoryLine(long At, IReadOnlyList<string> Said, IReadOnlyList<(string Why, string People)> NotAsked, bool IsAside = false);
