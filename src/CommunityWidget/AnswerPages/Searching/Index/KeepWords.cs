using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>Brings pages of one space into the index, one or some hundred at once: a word they share is counted once for all of them.</summary>
internal static class KeepWords
{
    public static async Task Run(Tx tx, Space space, IReadOnlyList<PageWords> pages)
    {
        var average = await Count(tx, space, pages);
        var words = pages.SelectMany(page => page.Terms).CountBy(one => one.Term).OrderBy(one => one.Key).ToList();
        var fresh = await Fresh(tx, space, pages, words.Select(one => one.Key).ToHashSet());
        await tx.Run(Vectors(tx, space, pages), Words(tx, words), Postings(tx, pages, average));
        if (Near(tx, space, fresh) is { Rows.Count: > 0 } near) await tx.Run(near);
    }

    // First, and so whoever else changes this space waits here.
    private static async Task<Statistics> Count(Tx tx, Space space, IReadOnlyList<PageWords> pages)
    {
        await tx.Execute(
            """
            insert into search_spaces (space, site, language, pages, asked_words, answered_words) values (@Number, @Site, @Language, @Count, @asked, @answered)
            on conflict (space) do update set pages = search_spaces.pages + @Count, asked_words = search_spaces.asked_words + @asked, answered_words = search_spaces.answered_words + @answered
            """,
            new { space.Number, space.Site, space.Language, pages.Count, asked = pages.Sum(page => (long)page.Vector.AskedLength), answered = pages.Sum(page => (long)page.Vector.AnsweredLength) });
        return (await tx.Find<SpaceRow>("select * from search_spaces where space = @Number", new { space.Number }))!.Averages;
    }

    // Of words that other pages have, everything near them is there already.
    private static async Task<IReadOnlyList<(long Term, string Stem)>> Fresh(Tx tx, Space space, IReadOnlyList<PageWords> pages, HashSet<long> terms)
    {
        var stems = pages.SelectMany(page => page.Stems).Select(stem => (Term: space.Term(stem.Key), Stem: stem.Value)).Where(stem => terms.Contains(stem.Term)).DistinctBy(stem => stem.Term).OrderBy(stem => stem.Term).ToList();
        if (stems.Count == 0) return stems;
        var rows = new Rows("s", ("term", stems.Select(stem => stem.Term).ToArray()));
        var known = (await tx.Values<long>(new($"select w.term from {tx.Dialect.Table(rows)} join search_words w on w.term = s.term", rows))).ToHashSet();
        return [.. stems.Where(stem => !known.Contains(stem.Term))];
    }

    private static RowStatement Vectors(Tx tx, Space space, IReadOnlyList<PageWords> pages)
    {
        T[] All<T>(Func<PageWords, T> of) => [.. pages.Select(of)];
        var rows = new Rows(
            "p", ("doc", All(page => page.Doc)), ("page", All(page => page.Page)), ("space", All(_ => space.Number)), ("version", All(_ => (long)PageVector.Version)),
            ("asked_words", All(page => (long)page.Vector.AskedLength)), ("answered_words", All(page => (long)page.Vector.AnsweredLength)), ("vector", All(page => page.Vector.Pack())));
        return new($"insert into search_pages ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows);
    }

    private static RowStatement Words(Tx tx, List<KeyValuePair<long, int>> words)
    {
        var rows = new Rows("w", ("term", words.Select(one => one.Key).ToArray()), ("pages", words.Select(one => (long)one.Value).ToArray()));
        return new($"insert into search_words (term, pages) select w.term, w.pages from {tx.Dialect.Table(rows)} where true on conflict (term) do update set pages = search_words.pages + excluded.pages", rows);
    }

    private static RowStatement Postings(Tx tx, IReadOnlyList<PageWords> pages, Statistics average)
    {
        // In the order they lie in.
        var all = pages.SelectMany(page => page.Terms.Select(one => (one.Term, Impact: page.Impact(one.Feature, average), page.Doc))).Order().ToList();
        var rows = new Rows("t", ("term", all.Select(one => one.Term).ToArray()), ("impact", all.Select(one => one.Impact).ToArray()), ("doc", all.Select(one => one.Doc).ToArray()));
        return new($"insert into search_terms (term, impact, doc) select t.term, t.impact, t.doc from {tx.Dialect.Table(rows)}", rows);
    }

    private static RowStatement Near(Tx tx, Space space, IReadOnlyList<(long Term, string Stem)> fresh)
    {
        var near = fresh.SelectMany(one => Spellings.Of(space, one.Stem).Select(variant => (Variant: variant, one.Term))).Order().ToList();
        var rows = new Rows("n", ("variant", near.Select(one => one.Variant).ToArray()), ("term", near.Select(one => one.Term).ToArray()));
        return new($"insert into search_near (variant, term) select n.variant, n.term from {tx.Dialect.Table(rows)} where true on conflict do nothing", rows);
    }
}
