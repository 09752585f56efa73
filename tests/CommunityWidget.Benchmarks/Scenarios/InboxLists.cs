using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Inbox;
using Dapper;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>An inbox with 10,000 questions that wait and 200,000 that have ended: opened, narrowed and searched, beside the bare query of the same page; both in one process.</summary>
internal static class InboxLists
{
    private const int Waiting = 10_000, Closed = 200_000, PageSize = 50;

    // What somebody would write who wants a page of lines and nothing else: one statement, the columns a line shows, on a connection that is open.
    private const string Line = """
        select t.id, t.public_id, t.visitor, t.state, t.outcome, t.rung, t.fence, t.language, t.topic, t.page, t.product, t.responder, t.snoozed_until, t.asked_at, t.last_event_at, t.closed_at,
            e.body, v.name, m.name, m.roles, m.customer_since,
            (select count(distinct o.member) from offers o where o.thread = t.id),
            (select string_agg(g.tag, ',') from thread_tags g where g.thread = t.id),
            (select min(s.at) from events s where s.thread = t.id and s.kind = 'message' and s.author_kind = 'visitor' and s.seq > coalesce(
                (select max(a.seq) from events a where a.thread = t.id and a.kind = 'message' and a.author_kind = 'member'), 0))
        """;

    private const string Joined = "join events e on e.thread = t.id and e.seq = 1 join visitors v on v.id = t.visitor left join members m on m.id = t.responder";

    public static async Task Run(Report report, Storage storage, Settings settings)
    {
        var part = settings.IsSmoke ? 100 : 1;
        await using var archive = await Archive.Build(await storage.ForProduct(), Waiting / part, Closed / part);
        await using var connection = await archive.Db.Dialect.Open(CancellationToken.None);
        var (list, search, dialect) = (archive.Get<ListInbox>(), archive.Get<SearchThreads>(), archive.Db.Dialect.Search);
        Task View(string view, InboxFilter? filter = null) => list.Run(archive.Agent, view, filter ?? new(), null, PageSize);
        Task Find(string words, InboxFilter? filter = null) => search.Run(archive.Agent, words, filter ?? new(), null, PageSize);
        Task Bare(string threads, string rest, string words = "") => connection.QueryAsync(
            words.Length == 0
                ? $"{Line} from {threads} {Joined} where t.site = @site and {rest} limit {PageSize + 1}"
                : $"{Line} from (select t.* from {threads} where t.site = @site and {rest} limit {PageSize + 1}) t {Joined}",
            new { site = archive.Agent.Site.Id, topic = "care", query = words.Length == 0 ? "" : dialect.Query([[words]], ThreadWords.Mark(archive.Agent.Site.Id)) });
        const string threads = "threads t", open = "t.state <> 'closed' and t.state = 'waiting'", ended = "t.state = 'closed'";
        var (docs, found, number) = storage.Name == "sqlite"
            ? ("thread_words join thread_docs d on d.id = thread_words.rowid join threads t on t.id = d.thread", "thread_words match @query", "thread_words.rowid")
            : ("thread_docs d join threads t on t.id = d.thread", "d.words @@ @query::tsquery", "d.id");

        await Compare("inbox: opening", () => View(InboxViews.Unassigned), () => Bare(threads, $"{open} order by t.asked_at"));
        await Compare("inbox: opening what has ended", () => View(InboxViews.Closed), () => Bare(threads, $"{ended} order by t.closed_at desc"));
        await Compare("inbox: by topic", () => View(InboxViews.Unassigned, new(Topic: "care")), () => Bare(threads, $"{open} and t.topic = @topic order by t.asked_at"));
        await Compare("inbox: what has ended, by topic", () => View(InboxViews.Closed, new(Topic: "care")), () => Bare(threads, $"{ended} and t.topic = @topic order by t.closed_at desc"));
        await Compare("inbox: searching a rare word", () => Find(Archive.Rare), () => Bare(docs, $"{found} order by {number} desc", Archive.Rare));
        await Compare("inbox: searching a word of every thread", () => Find(Archive.Common), () => Bare(docs, $"{found} order by {number} desc", Archive.Common));
        await Compare("inbox: searching within a topic", () => Find(Archive.Rare, new(Topic: "care")), () => Bare(docs, $"{found} and t.topic = @topic order by {number} desc", Archive.Rare));
        await YearOfNumbers.Run(report, storage, settings, archive);

        async Task Compare(string name, Func<Task> product, Func<Task> bare)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            await Each(product, settings.WarmUp / 10);
            await Each(bare, settings.WarmUp / 10);
            for (var i = 0; i < settings.Repetitions; i++)
            {
                ours.Add(await Each(product, settings.Time / 3));
                theirs.Add(await Each(bare, settings.Time / 3));
            }
            report.Add(name, storage.Name, new("inbox", new(ours), "ms"), new("bare query", new(theirs), "ms"), new Hold(AtMost: 1.5));
        }
    }

    private static async Task<double> Each(Func<Task> run, TimeSpan time)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        for (; count == 0 || Stopwatch.GetElapsedTime(started) < time; count++) await run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / count;
    }
}
