namespace CommunityWidget.Database;

/// <summary>Words as they are in a <c>tsvector</c>, without PostgreSQL's own idea of what a word is. The site is a column: as a word that every thread has it would be the slowest to look up.</summary>
public sealed class PostgresTextSearch : TextSearch
{
    private const int Near = 300;

    private static readonly string Newest =
        $"(select * from thread_docs where id < @below and id >= least(@below, (select coalesce(max(id), 0) + 1 from thread_docs)) - {Near} order by id desc limit {Near})";

    public override string Keep => $"""
        {Forget}
        insert into thread_docs (id, thread, site, seq, words) overriding system value
        values (coalesce(cast(@number as bigint), nextval(pg_get_serial_sequence('thread_docs', 'id'))), @thread, @site, @seq, array_to_tsvector(@words))
        """;

    public override string Forget => "delete from thread_docs where thread = @thread;";

    // A word of every thread fills a page from the newest few; for one that does not, its own index says where it is. The planner, which cannot know
    // how many threads begin a word like this, would go through all of them by number, or fetch all that hold it for one page: the newest are cut off
    // before a word is looked at, and "+ 0" keeps the rest from their order.
    public override string Hits(string narrowed, int limit) => $"""
        with near as materialized (
            {Found(Newest, narrowed)} order by d.id desc limit {limit}),
        far as materialized (
            {Found("thread_docs", narrowed)} and (select count(*) from near) < {limit} order by d.id + 0 desc limit {limit})
        select thread, number from near where (select count(*) from near) = {limit} union all select thread, number from far
        """;

    private static string Found(string docs, string narrowed) =>
        $"select d.thread, d.id as number from {docs} d join threads t on t.id = d.thread where d.site = @site and d.words @@ @query::tsquery and d.id < @below{narrowed}";

    public override object Words(IReadOnlyCollection<string> words, string mark) => words.Distinct().ToArray();

    public override string Query(IReadOnlyCollection<IReadOnlyList<string>> words, string mark) =>
        string.Join(" & ", words.Select(ways => $"({string.Join(" | ", ways.Select(word => $"'{word}':*"))})"));
}
