using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>What an inbox asks the tables.</summary>
public sealed class InboxStore(Db db, TimeProvider clock)
{
    public const int CountedTo = 1_000;

    // Since the first word of the visitor's after the last one of ours.
    private const string Since = """
        select e.thread, min(e.at) as since from events e
        where {0} and e.kind = 'message' and e.author_kind = 'visitor' and e.seq > coalesce(
            (select max(a.seq) from events a where a.thread = e.thread and a.kind = 'message' and a.author_kind = 'member'), 0)
        group by e.thread
        """;

    /// <summary>Threads of a section, after a place or from its top.</summary>
    public Task<IReadOnlyList<ThreadRecord>> Threads(MemberCaller caller, InboxSection section, InboxFilter filter, InboxPlace? after, int limit) => db.Query<ThreadRecord>(
        after is null ? section.First(filter.Sql) : section.Select(filter.Sql),
        new
        {
            site = caller.Site.Id,
            me = caller.Id,
            agents = AgentsRung(caller),
            now = clock.NowMs(),
            state = filter.State,
            topic = filter.Topic,
            language = filter.Language,
            tag = filter.Tag,
            at = after?.At,
            id = after?.Id,
            limit,
        });

    public async Task<int> Count(MemberCaller caller, IEnumerable<InboxSection> sections)
    {
        long counted = 0;
        foreach (var section in sections)
        {
            counted += await db.Find<long>(
                section.Count, new { site = caller.Site.Id, me = caller.Id, agents = AgentsRung(caller), now = clock.NowMs(), most = CountedTo - counted });
            if (counted >= CountedTo) break;
        }
        return (int)counted;
    }

    /// <summary>Since when each of these threads' visitors has been waiting for a word; those who are not are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> WaitingSince(IReadOnlyCollection<Guid> threads) =>
        (await db.Query<SinceRow>(string.Format(null, Since, db.Dialect.In("e.thread", "@threads")), new { threads })).ToDictionary(row => row.Thread, row => row.Since);

    /// <summary>How many super users were asked about each.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> Asked(IReadOnlyCollection<Guid> threads) => (await db.Query<AskedRow>(
        $"select thread, count(distinct member) as members from offers where {db.Dialect.In("thread", "@threads")} group by thread", new { threads })).ToDictionary(row => row.Thread, row => row.Members);

    public async Task<long> Version(Guid site) => await db.Find<long>("select version from inbox_versions where site = @site", new { site });

    /// <summary>One more change of the site's inbox.</summary>
    public async Task<long> NextVersion(Guid site)
    {
        var counted = await db.Write<VersionRow>(async tx => (await tx.Find<VersionRow>(
            "insert into inbox_versions (site, version) values (@site, 1) on conflict (site) do update set version = inbox_versions.version + 1 returning version", new { site }))!);
        return counted.Value?.Version ?? throw new IOException("The inbox's version could not be counted.");
    }

    // One past the last is parked, so that a ladder without agents shows what is parked only.
    private static long AgentsRung(MemberCaller caller) =>
        Enumerable.Range(1, caller.Site.Ladder.Parked).First(rung => caller.Site.Ladder.KindOf(rung) is RungKinds.Agents or RungKinds.Parked);

    private sealed record SinceRow
    {
        public Guid Thread { get; init; }
        public long Since { get; init; }
    }

    private sealed record AskedRow
    {
        public Guid Thread { get; init; }
        public long Members { get; init; }
    }

    private sealed record VersionRow
    {
        public long Version { get; init; }
    }
}
