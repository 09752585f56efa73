using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>What an inbox asks the tables: a page is one statement, whatever its lines say.</summary>
public sealed class InboxStore(Db db, TimeProvider clock)
{
    public const int CountedTo = 1_000;

    // What a judge holds back is the moderators' alone.
    private const string NotHeld = " and (t.outcome is null or t.outcome <> 'held')";

    private const string VersionOf = "select version from inbox_versions where site = @site";

    /// <summary>Lines of a section, after a place or from its top.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="section">Of which view.</param>
    /// <param name="filter">What narrows it.</param>
    /// <param name="after">Null: from its top.</param>
    /// <param name="limit">So many at least, where there are.</param>
    /// <param name="version">Null where it is not known yet: which version the lines have at least is asked in the same go.</param>
    public async Task<(long Version, IReadOnlyList<InboxLine> Lines)> Page(MemberCaller caller, InboxSection section, InboxFilter filter, InboxPlace? after, int limit, long? version)
    {
        section = section.WithAgentsOn(AgentsRung(caller));
        var lines = InboxLine.Of(after is null ? section.First(filter.Sql, Rounded(limit)) : section.Select(filter.Sql, Rounded(limit)));
        var asked = new
        {
            site = caller.Site.Id,
            me = caller.Id,
            now = clock.NowMs(),
            state = filter.State,
            topic = filter.Topic,
            language = filter.Language,
            tag = filter.Tag,
            at = after?.At,
            id = after?.Id,
            between = InboxLine.Between,
        };
        var (at, found) = version is { } known ? (known, await db.Query<InboxLine>(lines, asked)) : await db.FindAndQuery<long, InboxLine>(VersionOf, lines, asked);
        return (at, InboxLine.InOrder(found, section.NewestFirst));
    }

    /// <summary>Lines in which every word was said, those read last first, below a number.</summary>
    public async Task<(long Version, IReadOnlyList<InboxLine> Lines)> Search(MemberCaller caller, IReadOnlyCollection<string> words, InboxFilter filter, long below, int limit)
    {
        var (version, found) = await db.FindAndQuery<long, InboxLine>(
            VersionOf,
            InboxLine.Of($"select {InboxLine.Columns}, hit.number as place from ({db.Dialect.Search.Hits(NotHeld + filter.Sql, Rounded(limit))}) hit join threads t on t.id = hit.thread"),
            new
            {
                query = db.Dialect.Search.Query([.. words.Select(Ligatures.Ways)], ThreadWords.Mark(caller.Site.Id)),
                site = caller.Site.Id,
                state = filter.State,
                topic = filter.Topic,
                language = filter.Language,
                tag = filter.Tag,
                below,
                between = InboxLine.Between,
            });
        return (version, InboxLine.InOrder(found, falling: true));
    }

    public Task<InboxLine?> Line(Guid thread) =>
        db.Find<InboxLine>(InboxLine.Of($"select {InboxLine.Columns}, 0 as place from threads t where t.id = @thread"), new { thread, between = InboxLine.Between });

    /// <summary>The newest version, and how many stand on these views, each counted to a thousand.</summary>
    public async Task<(long Version, IReadOnlyList<int> Counted)> Counts(MemberCaller caller, params IReadOnlyList<string> views)
    {
        var rung = AgentsRung(caller);
        var counts = string.Join("\nunion all ", views.SelectMany((view, number) => InboxSection.Of(view)!.Select(section => $"select {number} as view, {section.WithAgentsOn(rung).Count} as threads")));
        var (version, rows) = await db.FindAndQuery<long, CountRow>(
            VersionOf, counts, new { site = caller.Site.Id, me = caller.Id, now = clock.NowMs(), most = CountedTo });
        return (version, [.. views.Select((_, number) => (int)Math.Min(CountedTo, rows.Where(r => r.View == number).Sum(r => r.Threads)))]);
    }

    public async Task<long> Version(Guid site) => await db.Find<long>(VersionOf, new { site });

    /// <summary>One more change of the site's inbox.</summary>
    public async Task<long> NextVersion(Guid site)
    {
        var counted = await db.Write<VersionRow>(async tx => (await tx.Find<VersionRow>(
            "insert into inbox_versions (site, version) values (@site, 1) on conflict (site) do update set version = inbox_versions.version + 1 returning version", new { site }))!);
        return counted.Value?.Version ?? throw new StorageAwayException("The inbox's version could not be counted.");
    }

    // Few different texts, each prepared once.
    private static int Rounded(int limit) => ((limit + 48) / 50 * 50) + 1;

    // One past the last is parked, so that a ladder without agents shows what is parked only.
    private static int AgentsRung(MemberCaller caller) =>
        Enumerable.Range(1, caller.Site.Ladder.Parked).First(rung => caller.Site.Ladder.KindOf(rung) is RungKinds.Agents or RungKinds.Parked);

    private sealed record CountRow
    {
        public long View { get; init; }
        public long Threads { get; init; }
    }

    private sealed record VersionRow
    {
        public long Version { get; init; }
    }
}
