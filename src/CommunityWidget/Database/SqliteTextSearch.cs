namespace CommunityWidget.Database;

/// <summary>FTS5, the rows numbered like <c>thread_docs</c>, read from the newest.</summary>
public sealed class SqliteTextSearch : TextSearch
{
    public override string Keep => $"""
        {Forget}
        insert into thread_docs (id, thread, site, seq) values (@number, @thread, @site, @seq);
        insert into thread_words (rowid, words, site) values (last_insert_rowid(), @words, @mark)
        """;

    public override string Forget => """
        delete from thread_words where rowid = (select id from thread_docs where thread = @thread);
        delete from thread_docs where thread = @thread;
        """;

    public override string Hits(string narrowed, int limit) => $"""
        select d.thread, thread_words.rowid as number from thread_words join thread_docs d on d.id = thread_words.rowid join threads t on t.id = d.thread
        where thread_words match @query and thread_words.rowid < @below{narrowed} order by thread_words.rowid desc limit {limit}
        """;

    public override object Words(IReadOnlyCollection<string> words, string mark) => string.Join(' ', words);

    public override string Query(IReadOnlyCollection<IReadOnlyList<string>> words, string mark) =>
        $"site : \"{mark}\" AND words : ({string.Join(" AND ", words.Select(ways => $"({string.Join(" OR ", ways.Select(word => $"\"{word}\" *"))})"))})";
}
