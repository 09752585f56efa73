using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>Threads of a site as its own programs read them.</summary>
public sealed class ReadThreads(ThreadStore threads, ThreadReader reader, MemberStore members)
{
    public const int Most = 100, Usual = 50;

    private static readonly string[] States = [ThreadStates.Waiting, ThreadStates.Live, ThreadStates.Parked, ThreadStates.Closed];

    /// <summary>A page of them, newest first.</summary>
    public async Task<Reply<ThreadPage>> List(Guid site, string? state, string? after, int? limit)
    {
        if (state is not null && !States.Contains(state)) return Refusals.NotUnderstood;
        if (limit is < 1 or > Most) return Refusals.NotUnderstood;
        if (Place(after) is not { } below) return Refusals.NotUnderstood;
        var most = limit ?? Usual;
        var found = await threads.Page(site, state, below, most + 1);
        var page = found.Take(most).ToList();
        return new ThreadPage(await Heads(page), found.Count > most ? $"{page[^1].AskedAt}.{page[^1].PublicId}" : null);
    }

    /// <summary>One, with its events after a <c>seq</c>.</summary>
    public async Task<Reply<ThreadWithEvents>> Find(Guid site, string id, long after)
    {
        if (!ThreadStore.IsPublicId(id) || await threads.Find(site, id) is not { IsHeld: false } thread) return Refusals.NotFound;
        // Read as a program of the shop's: what is for members only, or held, keeps its place and not its words.
        var snapshot = await reader.SnapshotForPrograms(thread, Math.Max(0, after));
        return new ThreadWithEvents((await Heads([thread]))[0], [.. snapshot.Events.Select(Entry)]);
    }

    public static ThreadEntry Entry(ThreadEvent happened) => new(
        happened.Seq,
        happened.Kind,
        happened.Author?.Kind ?? "system",
        happened.Author?.Name,
        happened.Text,
        happened.Status is { } status ? new(status.State, status.Rung, status.Reason) : null,
        happened.At);

    private async Task<IReadOnlyList<ThreadHead>> Heads(IReadOnlyList<ThreadRecord> all)
    {
        if (all.Count == 0) return [];
        var questions = (await threads.Questions([.. all.Select(t => t.Id)])).ToDictionary(q => q.Thread, q => q.Shown(toStaff: true));
        var given = all.Select(t => t.Assignee).OfType<Guid>().Distinct().ToList();
        var assignees = (given.Count == 0 ? [] : await members.Find(given)).ToDictionary(m => m.Id, m => m.AsPerson().Name);
        return [.. all.Zip(await reader.Heads(all, Guid.Empty), (thread, head) => new ThreadHead(
            head.ThreadId,
            head.State,
            head.Rung,
            head.Outcome,
            head.Language,
            head.Topic,
            questions.GetValueOrDefault(thread.Id) ?? "",
            head.AskedAt,
            thread.LastEventAt,
            head.HeadSeq,
            head.Responder?.Name,
            head.Stars,
            thread.Assignee is { } to ? assignees.GetValueOrDefault(to) : null))];
    }

    private static (long AskedAt, string Id)? Place(string? after)
    {
        if (after is null) return (long.MaxValue, "");
        return after.Split('.') is [var at, var id] && ThreadStore.IsPublicId(id) && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? (asked, id) : null;
    }
}
