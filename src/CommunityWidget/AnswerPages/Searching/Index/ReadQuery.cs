using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>A text as a query: what its words are worth in a space, and what unknown ones may have been meant to be.</summary>
public sealed class ReadQuery(Db db)
{
    private const int MostMeant = 3;

    /// <summary>Nothing where there is no page, or nothing in the text to look for.</summary>
    public async Task<Query?> Run(Space space, Features features)
    {
        var counted = features.Of(FeatureKinds.Stem).Concat(features.Of(FeatureKinds.Pair)).Concat(features.AlsoWritten).Distinct().ToDictionary(space.Term);
        if (counted.Count == 0) return null;
        var (row, terms) = await db.FindAndQuery<SpaceRow, TermRow>(
            "select * from search_spaces where space = @Number", $"select term, pages from search_words where {db.Dialect.In("term", "@terms")}",
            new { space.Number, terms = counted.Keys.ToArray() });
        if (row is not { Pages: > 0 }) return null;
        var with = terms.ToDictionary(term => counted[term.Term], term => term.Pages);
        var meant = await Meant(space, features, with);
        return new(features, row.With(with), meant);
    }

    // Only words that no page has are taken to be misspelt.
    private async Task<IReadOnlyDictionary<Feature, IReadOnlyList<Feature>>> Meant(Space space, Features features, Dictionary<Feature, long> with)
    {
        var unknown = features.StemTexts.Where(stem => !with.ContainsKey(stem.Key) && !features.WrittenAs(stem.Key).Any(with.ContainsKey))
            .SelectMany(stem => Spellings.Of(space, stem.Value).Select(variant => (variant, stem.Key))).ToLookup(one => one.variant, one => one.Key);
        if (unknown.Count == 0) return new Dictionary<Feature, IReadOnlyList<Feature>>();
        var near = await db.Query<NearRow>(
            $"select n.variant, n.term, w.pages from search_near n join search_words w on w.term = n.term where {db.Dialect.In("n.variant", "@variants")}",
            new { variants = unknown.Select(one => one.Key).ToArray() });
        var meant = near.SelectMany(row => unknown[row.Variant].Select(stem => (stem, row.Term, row.Pages))).Distinct()
            .GroupBy(one => one.stem).ToDictionary(one => one.Key, one => (IReadOnlyList<Feature>)[.. one.OrderByDescending(to => to.Pages).ThenBy(to => space.Stem(to.Term).Hash).Take(MostMeant)
                .Select(to => Known(space.Stem(to.Term), to.Pages))]);
        return meant;

        Feature Known(Feature stem, long pages)
        {
            with[stem] = pages;
            return stem;
        }
    }

    private sealed record NearRow
    {
        public long Variant { get; init; }
        public long Term { get; init; }
        public long Pages { get; init; }
    }
}
