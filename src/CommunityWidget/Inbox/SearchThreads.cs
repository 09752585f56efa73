using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>All threads of a site in which every word was said, whatever their state; what happened last first.</summary>
public sealed class SearchThreads(Db db, InboxStore inbox, InboxRows rows, TimeProvider clock)
{
    public async Task<Reply<InboxPage>> Run(MemberCaller caller, string? typed, InboxFilter filter, string? after, int limit)
    {
        var (words, wanted) = (SearchWords.Typed(typed), Math.Clamp(limit, 1, ListInbox.Most));
        var version = await inbox.Version(caller.Site.Id);
        if (words.Count == 0) return new InboxPage(version, clock.NowMs(), 0, [], null);
        var found = await Find(caller, words, filter, long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var below) ? below : long.MaxValue, wanted + 1);
        var shown = found.Take(wanted).ToList();
        return new InboxPage(
            version,
            clock.NowMs(),
            caller.Site.AnswerMinutes * 60_000,
            await rows.Of(caller.Site, [.. shown.Select(f => f.Thread)]),
            found.Count > wanted ? shown[^1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }

    private async Task<IReadOnlyList<(ThreadRecord Thread, long Number)>> Find(MemberCaller caller, IReadOnlyCollection<string> words, InboxFilter filter, long below, int limit)
    {
        var search = db.Dialect.Search;
        // A search that narrows nothing more needs no look at the threads themselves.
        var join = filter.Sql.Length == 0 ? "" : " join threads t on t.id = d.thread";
        var hits = await db.Query<Hit>(
            $"""
            select d.thread, {search.Number} as number from {search.Found}{join}
            where {search.Answers} and {search.Number} < @below{filter.Sql}
            order by {search.Number} desc limit @limit
            """,
            new { query = search.Query(words, IndexThreads.Mark(caller.Site.Id)), below, limit, site = caller.Site.Id, state = filter.State, topic = filter.Topic, language = filter.Language, tag = filter.Tag });
        var threads = hits.Count == 0 ? [] : await db.Query<ThreadRecord>($"select * from threads where {db.Dialect.In("id", "@ids")}", new { ids = hits.Select(h => h.Thread).ToList() });
        var byId = threads.ToDictionary(t => t.Id);
        return [.. hits.Where(h => byId.TryGetValue(h.Thread, out var thread) && !thread.IsHeld).Select(h => (byId[h.Thread], h.Number))];
    }

    private sealed record Hit
    {
        public Guid Thread { get; init; }
        public long Number { get; init; }
    }
}
