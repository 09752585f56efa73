using CommunityWidget.Contracts;
using CommunityWidget.Database;

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

    /// <summary>Which of these marks were here before.</summary>
    public async Task<IReadOnlySet<string>> Known(Guid site, string[] marks) => (await db.Query<string>(
        $"select mark from imported where site = @site and {db.Dialect.AnyOf("mark", "@marks")}", new { site, marks = db.Dialect.Texts(marks) })).ToHashSet();

    public async Task<IReadOnlySet<string>> Known(Tx tx, Guid site, string[] marks) => (await tx.Query<string>(
        $"select mark from imported where site = @site and {tx.Dialect.AnyOf("mark", "@marks")}", new { site, marks = tx.Dialect.Texts(marks) })).ToHashSet();

    public Task Remember(Tx tx, ImportRecord import, IReadOnlyList<(string Mark, Guid Thread)> came)
    {
        T[] All<T>(Func<(string Mark, Guid Thread), T> of) => [.. came.Select(of)];
        var rows = new Rows("marks", ("site", All(_ => import.Site)), ("mark", All(one => one.Mark)), ("import", All(_ => import.Id)), ("thread", All(one => one.Thread)));
        return tx.Run(new RowStatement($"insert into imported ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
    }
}
