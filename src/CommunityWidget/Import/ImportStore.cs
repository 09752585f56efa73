using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Import.Understanding;

namespace CommunityWidget.Import;

/// <summary>Files that were brought in, and by which marks what was in them is known again.</summary>
public sealed class ImportStore(Db db)
{
    /// <summary>The same file on the same site, broken off before its end.</summary>
    public Task<ImportRecord?> Unfinished(Guid site, string hash) => db.Find<ImportRecord>(
        "select * from imports where site = @site and content_hash = @hash and finished_at is null order by started_at desc limit 1", new { site, hash });

    /// <summary>A site's, newest first.</summary>
    public Task<IReadOnlyList<ImportRecord>> Of(Guid site, int most) => db.Query<ImportRecord>(
        "select * from imports where site = @site order by started_at desc, id desc limit @most", new { site, most });

    public Task Begin(Tx tx, ImportRecord import) => tx.Execute(
        """
        insert into imports (id, site, file, content_hash, place, published, to_review, known, rejected, started_at, stirred_at)
        values (@Id, @Site, @File, @ContentHash, @Place, @Published, @ToReview, @Known, @Rejected, @StartedAt, @StirredAt)
        """,
        import);

    /// <summary>Goes on from a place; refused when another program has gone on from there.</summary>
    public async Task<Refusal?> Move(Tx tx, ImportRecord before, ImportRecord after) => await tx.Execute(
        """
        update imports set place = @Place, published = @Published, to_review = @ToReview, known = @Known, rejected = @Rejected, stirred_at = @StirredAt, finished_at = @FinishedAt
        where id = @Id and place = @was and finished_at is null
        """,
        new { after.Id, after.Place, after.Published, after.ToReview, after.Known, after.Rejected, after.StirredAt, after.FinishedAt, was = before.Place }) == 1 ? null : Refusals.ChangedMeanwhile;

    /// <summary>Which of these marks were here before, each with what was asked under it.</summary>
    public async Task<IReadOnlyList<KnownMark>> Known(Guid site, string[] marks) =>
        await db.Query<KnownMark>(Marked(db.Dialect), new { site, marks = db.Dialect.Texts(marks) });

    public async Task<IReadOnlyList<KnownMark>> Known(Tx tx, Guid site, string[] marks) =>
        await tx.Query<KnownMark>(Marked(tx.Dialect), new { site, marks = tx.Dialect.Texts(marks) });

    /// <summary>What other imports brought of these questions about products; of what was said there only where it is one of these.</summary>
    public Task<IReadOnlyList<KnownAbout>> About(ImportRecord import, string[] abouts, string[] said) =>
        db.Query<KnownAbout>(About(db.Dialect), new { import.Site, import.Id, abouts = db.Dialect.Texts(abouts), said = db.Dialect.Texts(said) });

    public Task<IReadOnlyList<KnownAbout>> About(Tx tx, ImportRecord import, string[] abouts, string[] said) =>
        tx.Query<KnownAbout>(About(tx.Dialect), new { import.Site, import.Id, abouts = tx.Dialect.Texts(abouts), said = tx.Dialect.Texts(said) });

    // Without an id the mark is what was said.
    private static string About(SqlDialect dialect) =>
        $"""
        select distinct about, said is not null as has_id, case when {dialect.AnyOf("coalesce(said, mark)", "@said")} then coalesce(said, mark) end as said
        from imported where site = @Site and import <> @Id and {dialect.AnyOf("about", "@abouts")}
        """;

    private static string Marked(SqlDialect dialect) => $"select mark, question as asked from imported where site = @site and {dialect.AnyOf("mark", "@marks")}";

    public Task Remember(Tx tx, ImportRecord import, IReadOnlyList<(ImportedQuestion Question, MadeEdition Made)> came)
    {
        T[] All<T>(Func<(ImportedQuestion Question, MadeEdition Made), T> of) => [.. came.Select(of)];
        var rows = new Rows(
            "marks", ("site", All(_ => import.Site)), ("mark", All(one => one.Question.Mark)), ("import", All(_ => import.Id)), ("thread", All(one => one.Made.Thread.Id)), ("question", All(one => one.Question.Asked)), ("about", All(one => one.Question.About)), ("said", All(one => one.Question.HasId ? one.Question.Said : null)));
        return tx.Run(new RowStatement($"insert into imported ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
    }
}

/// <summary>What came in under a mark.</summary>
public sealed record KnownMark
{
    public string Mark { get; init; } = "";

    /// <summary>The hash of its question; none where it came before that was kept.</summary>
    public string? Asked { get; init; }
}

/// <summary>What another import brought of a question about a product.</summary>
public sealed record KnownAbout
{
    public string About { get; init; } = "";

    /// <summary>There it came with an id, by which it is told from others.</summary>
    public bool HasId { get; init; }

    /// <summary>A hash of all it said, where that was looked for.</summary>
    public string? Said { get; init; }
}
