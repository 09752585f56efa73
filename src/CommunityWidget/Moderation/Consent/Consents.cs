using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Consent;

/// <summary>What visitors say to publication, in the transaction they say it in: written down with the sentence they were asked, and followed at once.</summary>
public sealed class Consents(Db db, SettlePublication settle, ThreadWriter writer, Outbox outbox, TimeProvider clock)
{
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">As it is stored now.</param>
    /// <param name="version">The sentence they agreed to; null takes the consent back.</param>
    /// <param name="way">Of <see cref="ConsentWays"/>.</param>
    public async Task<ThreadRecord> Say(Tx tx, ThreadRecord thread, string? version, string way)
    {
        if (version is null == thread.ConsentVersion is null) return await settle.Run(tx, thread);
        var now = clock.NowMs();
        await tx.Execute(
            "insert into consents (id, thread, version, language, given, way, at) values (@consent, @Id, @said, @Language, @given, @way, @now)",
            new { consent = clock.NewId(), thread.Id, said = version ?? thread.ConsentVersion, thread.Language, given = version is not null, way, now });
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
