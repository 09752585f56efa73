using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Numbers.Explaining;

/// <summary>Puts a question's events, steps of matching and offers into one time line.</summary>
public sealed class TellStory(ThreadStore threads, OfferStore offers, Explanations explanations, MemberStore members)
{
    /// <summary>Null when the site has no such question.</summary>
    public async Task<Story?> Of(Guid site, string? publicId)
    {
        if (await Find(site, publicId) is not { } thread) return null;
        var events = await threads.Events(thread.Id, after: 0);
        var steps = await explanations.Of(thread.Id);
        var made = await offers.History([thread.Id]);
        var moments = Moments(events, steps, made);
        return new(thread, events.FirstOrDefault(e => e is { Seq: 1, Kind: EventKinds.Message })?.Body, moments, await Names(events, steps, made));
    }

    /// <summary>A question by its number, however it was typed.</summary>
    public async Task<ThreadRecord?> Find(Guid site, string? number)
    {
        var id = (number ?? "").Trim().ToLowerInvariant();
        return id.Length == 10 && id.All(char.IsAsciiLetterOrDigit) ? await threads.Find(site, id) : null;
    }

    /// <summary>Pure.</summary>
    public static IReadOnlyList<StoryMoment> Moments(IReadOnlyList<EventRow> events, IReadOnlyList<ExplainedStep> steps, IReadOnlyList<Offer> offers)
    {
        var ended = offers.Where(o => o is { EndedAt: not null, State: not OfferStates.Accepted })
            .GroupBy(o => (o.EndedAt!.Value, o.State)).Select(g => new StoryMoment.Ended(g.Key.Value, g.Key.State, [.. g]));
        var changed = events.Where(e => e.Kind is EventKinds.Status or EventKinds.Rung or EventKinds.Rating).Select(e => new StoryMoment.Changed(e));
        var answered = events.Where(e => e is { Kind: EventKinds.Message, Audience: Audiences.All, AuthorKind: "member" }).Take(1).Select(e => new StoryMoment.Answered(e));
        return [.. ended.Concat<StoryMoment>(changed).Concat(answered).Concat(Matched(steps)).OrderBy(m => m.At).ThenBy(Place)];
    }

    // Within one moment: what ended by itself; then events and steps as they followed each other; then what others' acts ended.
    private static double Place(StoryMoment moment) => moment switch
    {
        StoryMoment.Changed { Event.Seq: var seq } => seq,
        StoryMoment.Answered { Event.Seq: var seq } => seq,
        StoryMoment.OnLadder { AfterSeq: var seq } => seq + 0.4,
        StoryMoment.Matched { Step.Seq: var seq } => seq + 0.5,
        StoryMoment.Ended { How: OfferStates.Rescinded } => double.MaxValue,
        _ => 0,
    };

    // The ladder is told where it was first climbed, and again where somebody had changed it.
    private static IEnumerable<StoryMoment> Matched(IReadOnlyList<ExplainedStep> steps)
    {
        IReadOnlyList<Rung>? before = null;
        foreach (var step in steps)
        {
            if (step.Ladder is { } ladder && (before is null || !ladder.SequenceEqual(before))) yield return new StoryMoment.OnLadder(step.At, step.Seq, new(ladder));
            before = step.Ladder ?? before;
            yield return new StoryMoment.Matched(step);
        }
    }

    private async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyList<EventRow> events, IReadOnlyList<ExplainedStep> steps, IReadOnlyList<Offer> made)
    {
        var ids = events.Where(e => e.AuthorKind == "member").Select(e => e.Author).Concat(events.SelectMany(e => new[] { e.Status?.Responder, e.Status?.Assignee })).OfType<Guid>()
            .Concat(steps.SelectMany(s => s.Considered.Select(c => c.Member).Concat(s.Happened?.SelectMany(h => h.Members) ?? [])))
            .Concat(made.Select(o => o.Member)).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : (await members.Find(ids)).ToDictionary(m => m.Id, m => m.Name);
    }
}
