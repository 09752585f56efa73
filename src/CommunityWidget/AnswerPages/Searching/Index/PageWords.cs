using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>A page as it was read: what becomes of it in the index.</summary>
/// <param name="Page">Its edition.</param>
/// <param name="Space">Where it is found.</param>
/// <param name="Title">Its title alone, where more stands below it.</param>
/// <param name="Asked">Title, product and question.</param>
/// <param name="Answered">All answers.</param>
internal sealed record PageWords(Guid Page, Space Space, Features Title, Features Asked, Features Answered)
{
    // What is looked for by; beyond it a page is compared by its vector only.
    private const int MostAsked = 64, MostPairs = 48, MostAnswered = 64, MostNames = 16;

    public long Doc { get; } = (long)Feature.Number(Page.ToString("n"));

    public PageVector Vector { get; } = PageVector.Of(Title, Asked, Answered);

    /// <summary>What it is looked for by, as it is called in the tables.</summary>
    public IReadOnlyList<(long Term, Feature Feature)> Terms { get; } =
    [
        .. Asked.Of(FeatureKinds.Stem).Take(MostAsked).Concat(Asked.Of(FeatureKinds.Pair).Take(MostPairs)).Concat(Answered.Of(FeatureKinds.Stem).Take(MostAnswered))
            .Concat(Asked.Names.Keys.Take(MostNames)).Concat(Answered.Names.Keys.Take(MostNames))
            .Distinct().Select(feature => (Space.Term(feature), feature)),
    ];

    /// <summary>Its words, by which misspelt ones are understood.</summary>
    public IEnumerable<KeyValuePair<Feature, string>> Stems => Asked.StemTexts.Concat(Answered.StemTexts);

    /// <summary>How much a term says about it.</summary>
    public long Impact(Feature feature, Statistics average)
    {
        var (asked, answered, _) = Vector.Count(feature);
        return (long)Math.Round(100 * Rank.Often(asked, answered, Vector.AskedLength, Vector.AnsweredLength, average));
    }
}
