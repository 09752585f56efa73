namespace CommunityWidget.Database;

/// <summary>Words as they are in a <c>tsvector</c>, without PostgreSQL's own idea of what a word is; the site's mark is one of them.</summary>
public sealed class PostgresTextSearch : TextSearch
{
    public override string Keep => $"""
        {Forget}
        insert into thread_docs (thread, site, seq, words) values (@thread, @site, @seq, array_to_tsvector(@words))
        """;

    public override string Forget => "delete from thread_docs where thread = @thread;";

    public override string Found => "thread_docs d";

    public override string Answers => "d.words @@ @query::tsquery";

    public override string Number => "d.id";

    public override object Words(IReadOnlyCollection<string> words, string mark) => words.Append(Marked(mark)).Distinct().ToArray();

    public override string Query(IReadOnlyCollection<string> words, string mark) =>
        string.Join(" & ", words.Select(word => $"'{word}':*").Prepend($"'{Marked(mark)}'"));

    // No word of a text has such a sign.
    private static string Marked(string mark) => "@" + mark;
}
