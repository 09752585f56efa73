using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>
/// The pages worth comparing: for each word of the query those it says most about, added up. However common a word is and however many pages there are,
/// as many rows are read; they lie side by side in the order they are read in. What a program of another version wrote is not understood, and waits until it is read anew.
/// </summary>
public sealed class Candidates(Db db)
{
    private const int MostTerms = 40, MostOfTerm = 400;

    public async Task<IReadOnlyList<Candidate>> For(Space space, Query query, int most) =>
        Statement(space, query, most) is var (sql, parameters) ? await db.Query<Candidate>(sql, parameters) : [];

    /// <summary>The one statement; nothing where there is nothing to look for.</summary>
    public static (string Sql, DynamicParameters Parameters)? Statement(Space space, Query query, int most)
    {
        var terms = query.Parts.Where(part => part.Feature.Kind is FeatureKinds.Stem or FeatureKinds.Pair)
            .SelectMany(part => part.AnyOf.Select(feature => (Term: space.Term(feature), Worth: (long)Math.Round(100 * part.Worth))))
            .Where(one => one.Worth > 0).GroupBy(one => one.Term).Select(one => (Term: one.Key, Worth: one.Max(same => same.Worth)))
            .OrderByDescending(one => one.Worth).ThenBy(one => one.Term ^ space.Number).Take(MostTerms).ToList();
        if (terms.Count == 0) return null;
        var parameters = new DynamicParameters(new { most });
        for (var i = 0; i < terms.Count; i++)
        {
            parameters.Add($"t{i}", terms[i].Term);
            parameters.Add($"w{i}", terms[i].Worth);
        }
        return (Sql(terms.Count), parameters);
    }

    private static string Sql(int terms) =>
        $"""
        select p.page, p.doc, p.vector from (
            select doc, sum(score) as score from ({string.Join(" union all ", Enumerable.Range(0, terms).Select(Of))}) terms
            group by doc order by sum(score) desc, doc limit @most
        ) best join search_pages p on p.doc = best.doc and p.version between {PageVector.Readable} and {PageVector.Version}
        """;

    private static string Of(int i) =>
        $"select * from (select doc, impact * @w{i} as score from search_terms where term = @t{i} order by impact desc, doc desc limit {MostOfTerm}) t{i}";
}

/// <summary>A page to compare.</summary>
public sealed record Candidate
{
    public Guid Page { get; init; }
    public long Doc { get; init; }
    public byte[] Vector { get; init; } = [];
}
