using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Consent;

/// <summary>What visitors say to publication, in the transaction they say it in: written down with the sentence they were asked, and followed at once.</summary>
public sealed class Consents(Db db, SettlePublication settle, ThreadWriter writer, Outbox outbox, TimeProvider clock)
{
    // Messages that everybody reads and no consent reaches.
    private const string Outgrown =
        """
        from events e where e.kind = 'message' and e.audience = 'all' and e.body is not null
            and not exists (select 1 from consents c where c.thread = e.thread and c.given = @yes and (c.seq >= e.seq or (c.seq is null and c.at >= e.at)))
        """;

    /// <summary>Whether everything was said before its visitor last agreed. What came later is drafted for no page: they did not know of it.</summary>
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">One whose visitor agreed.</param>
    public static async Task<bool> CoverAll(Tx tx, ThreadRecord thread) => await tx.Find<long>($"select count(*) {Outgrown} and e.thread = @Id", new { thread.Id, yes = true }) == 0;

    /// <summary>Of threads whose visitors agreed, those in which something was said since.</summary>
    public async Task<IReadOnlySet<Guid>> Outlived(IReadOnlyCollection<Guid> threads) => threads.Count == 0
        ? new HashSet<Guid>()
        : (await db.Query<Guid>($"select distinct e.thread {Outgrown} and {db.Dialect.In("e.thread", "@threads")}", new { threads, yes = true })).ToHashSet();

    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">As it is stored now.</param>
    /// <param name="version">The sentence they agreed to; null takes the consent back.</param>
    /// <param name="way">Of <see cref="ConsentWays"/>.</param>
    public async Task<ThreadRecord> Say(Tx tx, ThreadRecord thread, string? version, string way)
    {
        // Agreed to again, a consent reaches what was said since.
        var isSaid = version is null ? thread.ConsentVersion is null : thread.ConsentVersion is not null && await CoverAll(tx, thread);
        if (isSaid) return await settle.Run(tx, thread);
        var now = clock.NowMs();
        await tx.Execute(
            "insert into consents (id, thread, version, language, given, way, at, seq) values (@consent, @Id, @said, @Language, @given, @way, @now, @LastSeq)",
            new { consent = clock.NewId(), thread.Id, said = version ?? thread.ConsentVersion, thread.Language, given = version is not null, way, now, thread.LastSeq });
        var said = await writer.Change(tx, thread, thread with { ConsentVersion = version, ConsentAt = version is null ? null : now });
        if (version is null) return await settle.Run(tx, said);
        // What it may become is another transaction's work.
        await outbox.Add(tx, SettlePublication.ConsentNews, thread.Id, thread.LastSeq);
        return said;
    }

    /// <summary>The site says that it may publish what was asked elsewhere, for many threads at once.</summary>
    public Task SaidBySite(Tx tx, IReadOnlyList<ThreadRecord> threads)
    {
        var rows = new Rows(
            "said",
            ("id", threads.Select(_ => clock.NewId()).ToArray()),
            ("thread", threads.Select(t => t.Id).ToArray()),
            ("version", threads.Select(t => t.ConsentVersion).ToArray()),
            ("language", threads.Select(t => t.Language).ToArray()),
            ("given", threads.Select(_ => true).ToArray()),
            ("way", threads.Select(_ => ConsentWays.Import).ToArray()),
            ("at", threads.Select(_ => clock.NowMs()).ToArray()));
        return tx.Run(new RowStatement($"insert into consents ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
    }

    /// <summary>Everything that was said about a thread, oldest first.</summary>
    public Task<IReadOnlyList<SaidConsent>> Of(Guid thread) => db.Query<SaidConsent>("select version, language, given, way, at from consents where thread = @thread order by at, id", new { thread });
}

/// <summary>By which way a visitor said it.</summary>
public static class ConsentWays
{
    /// <summary>Beside the rating; later in the widget; by the link of a mail.</summary>
    public const string Rating = "rating", Widget = "widget", Mail = "mail";

    /// <summary>Not by the visitor: by the site that brought it in from elsewhere.</summary>
    public const string Import = "import";
}

public sealed record SaidConsent
{
    public string Version { get; init; } = "";
    public string Language { get; init; } = "";
    public bool Given { get; init; }
    public string Way { get; init; } = "";
    public long At { get; init; }
}
