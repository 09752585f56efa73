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

    // One statement for what a line shows of the thread itself: the least any list has to read. The inbox reads as many more as a line has to say
    // (since when, who was asked, tags, who is here), each for its fifty threads at once: a page costs the same however many threads there are.
    private const string Lines = "select t.*, e.body, v.name from threads t join events e on e.thread = t.id and e.seq = 1 join visitors v on v.id = t.visitor";

    public static async Task Run(Report report, Storage storage, Settings settings)
    {
        var part = settings == Settings.Smoke ? 100 : 1;
        await using var archive = await Archive.Build(await storage.ForProduct(), Waiting / part, Closed / part);
        await using var connection = await archive.Db.Dialect.Open(CancellationToken.None);
        var (list, search, dialect) = (archive.Get<ListInbox>(), archive.Get<SearchThreads>(), archive.Db.Dialect.Search);
        Task View(string view, InboxFilter? filter = null) => list.Run(archive.Agent, view, filter ?? new(), null, PageSize);
        Task Find(string words, InboxFilter? filter = null) => search.Run(archive.Agent, words, filter ?? new(), null, PageSize);
        Task Bare(string rest, string words = "") => connection.QueryAsync(
            $"{rest} limit {PageSize + 1}", new { site = archive.Agent.Site.Id, topic = "care", query = words.Length == 0 ? "" : dialect.Query([words], IndexThreads.Mark(archive.Agent.Site.Id)) });
        const string open = $"{Lines} where t.site = @site and t.state <> 'closed' and t.state = 'waiting'", ended = $"{Lines} where t.site = @site and t.state = 'closed'";
        var found = $"{Lines} join thread_docs d on d.thread = t.id{(dialect.Found.Contains("join", StringComparison.Ordinal) ? " join thread_words on thread_words.rowid = d.id" : "")} where {dialect.Answers}";

        await Compare("inbox: opening", () => View(InboxViews.Unassigned), () => Bare($"{open} order by t.asked_at"));
        await Compare("inbox: opening what has ended", () => View(InboxViews.Closed), () => Bare($"{ended} order by t.closed_at desc"));
        await Compare("inbox: by topic", () => View(InboxViews.Unassigned, new(Topic: "care")), () => Bare($"{open} and t.topic = @topic order by t.asked_at"));
        await Compare("inbox: what has ended, by topic", () => View(InboxViews.Closed, new(Topic: "care")), () => Bare($"{ended} and t.topic = @topic order by t.closed_at desc"));
        await Compare("inbox: searching a rare word", () => Find(Archive.Rare), () => Bare($"{found} order by {dialect.Number} desc", Archive.Rare));
        await Compare("inbox: searching a word of every thread", () => Find(Archive.Common), () => Bare($"{found} order by {dialect.Number} desc", Archive.Common));
        await Compare("inbox: searching within a topic", () => Find(Archive.Rare, new(Topic: "care")), () => Bare($"{found} and t.topic = @topic order by {dialect.Number} desc", Archive.Rare));

        async Task Compare(string name, Func<Task> product, Func<Task> bare)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            await Each(product, settings.WarmUp / 3);
            await Each(bare, settings.WarmUp / 3);
            for (var i = 0; i < settings.Repetitions; i++)
            {
                ours.Add(await Each(product, settings.Time / 3));
                theirs.Add(await Each(bare, settings.Time / 3));
            }
            report.Add(name, storage.Name, new("inbox", new(ours), "ms"), new("bare query", new(theirs), "ms"), new Hold(AtMost: 6));
        }
    }

    private static async Task<double> Each(Func<Task> run, TimeSpan time)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        for (; count == 0 || Stopwatch.GetElapsedTime(started) < time; count++) await run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / count;
    }
}
