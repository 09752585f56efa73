using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>Keeps the index as the pages are, in the transaction that changes them.</summary>
public sealed class PageIndex : IPageListener
{
    // What is looked for by; beyond it a page is compared by its vector only.
    private const int MostAsked = 64, MostPairs = 48, MostAnswered = 64;

    public async Task Changed(Tx tx, Guid page)
    {
        var seen = await tx.Find<Edition>("select * from pages where id = @page", new { page });
        var kept = await tx.Find<Kept>("select vector, space, version from search_pages where page = @page", new { page });
        if (seen is not { IsPublic: true })
        {
            if (kept is not null) await Forget(tx, page);
            return;
        }
        var (asked, answered) = await Read(tx, seen);
        var (vector, space) = (PageVector.Of(asked, answered), Space.Of(seen.Site, seen.Language));
        if (kept is not null && kept.Space == space.Number && kept.Version == PageVector.Version && kept.Vector.AsSpan().SequenceEqual(vector.Pack())) return;
        if (kept is not null) await Forget(tx, page);
        await Keep(tx, space, seen, asked, answered, vector);
    }

    public static async Task Forget(Tx tx, Guid page)
    {
        foreach (var sql in IndexSql.ForgetPage) await tx.Execute(sql, new { page });
    }

    private static async Task<(Features Asked, Features Answered)> Read(Tx tx, Edition page)
    {
        var answers = await tx.Query<string>("select body from answers where page = @Id order by position", new { page.Id });
        return (Features.Joined(Features.Read($"{page.Title}\n{page.ProductName}", page.Language), Features.Read(page.Question, page.Language)), Features.Read(string.Join('\n', answers), page.Language));
    }

    private static async Task Keep(Tx tx, Space space, Edition page, Features asked, Features answered, PageVector vector)
    {
        var doc = (long)Feature.Number(page.Id.ToString("n"));
        await tx.Execute(
            """
            insert into search_spaces (space, site, language, pages, asked_words, answered_words) values (@Number, @Site, @Language, 1, @asked, @answered)
            on conflict (space) do update set pages = search_spaces.pages + 1, asked_words = search_spaces.asked_words + @asked, answered_words = search_spaces.answered_words + @answered
            """,
            new { space.Number, space.Site, space.Language, asked = vector.AskedLength, answered = vector.AnsweredLength });
        var average = (await tx.Find<SpaceRow>("select * from search_spaces where space = @Number", new { space.Number }))!.Averages;
        await tx.Execute(
            "insert into search_pages (doc, page, space, version, asked_words, answered_words, vector) values (@doc, @Id, @Number, @Version, @asked, @answered, @bytes)",
            new { doc, page.Id, space.Number, PageVector.Version, asked = vector.AskedLength, answered = vector.AnsweredLength, bytes = vector.Pack() });
        var terms = Terms(asked, answered).Select(feature => (Term: space.Term(feature), Impact: Impact(feature, vector, average))).OrderBy(one => one.Term).ToList();
        await tx.Run(Words(tx, terms.Select(one => one.Term)), Postings(tx, doc, terms));
        var fresh = await tx.Query<long>($"select term from search_words where pages = 1 and {tx.Dialect.In("term", "@terms")}", new { terms = terms.Select(one => one.Term).ToArray() });
        if (Near(tx, space, asked, answered, fresh.ToHashSet()) is { Rows.Count: > 0 } near) await tx.Run(near);
    }

    private static IEnumerable<Feature> Terms(Features asked, Features answered) =>
        asked.Of(FeatureKinds.Stem).Take(MostAsked).Concat(asked.Of(FeatureKinds.Pair).Take(MostPairs)).Concat(answered.Of(FeatureKinds.Stem).Take(MostAnswered)).Distinct();

    private static long Impact(Feature feature, PageVector vector, Statistics average)
    {
        var (asked, answered) = vector.Count(feature);
        return (long)Math.Round(100 * Rank.Often(asked, answered, vector.AskedLength, vector.AnsweredLength, average));
    }

    private static RowStatement Words(Tx tx, IEnumerable<long> terms)
    {
        var rows = new Rows("w", ("term", terms.ToArray()));
        return new($"insert into search_words (term, pages) select w.term, 1 from {tx.Dialect.Table(rows)} where true on conflict (term) do update set pages = search_words.pages + 1", rows);
    }

    private static RowStatement Postings(Tx tx, long doc, IReadOnlyCollection<(long Term, long Impact)> terms)
    {
        var rows = new Rows("t", ("term", terms.Select(one => one.Term).ToArray()), ("impact", terms.Select(one => one.Impact).ToArray()), ("doc", terms.Select(_ => doc).ToArray()));
        return new($"insert into search_terms (term, impact, doc) select t.term, t.impact, t.doc from {tx.Dialect.Table(rows)}", rows);
    }

    private static RowStatement Near(Tx tx, Space space, Features asked, Features answered, HashSet<long> fresh)
    {
        // Words that other pages have are there already.
        var near = asked.StemTexts.Concat(answered.StemTexts).DistinctBy(one => one.Key).Where(one => fresh.Contains(space.Term(one.Key)))
            .SelectMany(one => Spellings.Of(space, one.Value).Select(variant => (Variant: variant, Term: space.Term(one.Key)))).Order().ToList();
        var rows = new Rows("n", ("variant", near.Select(one => one.Variant).ToArray()), ("term", near.Select(one => one.Term).ToArray()));
        return new($"insert into search_near (variant, term) select n.variant, n.term from {tx.Dialect.Table(rows)} where true on conflict do nothing", rows);
    }

    private sealed record Kept
    {
        public byte[] Vector { get; init; } = [];
        public long Space { get; init; }
        public long Version { get; init; }
    }
}
