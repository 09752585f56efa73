using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>A page as it was read: what becomes of it in the index.</summary>
/// <param name="Page">Its edition.</param>
/// <param name="Space">Where it is found.</param>
/// <param name="Title">Its title alone, where more stands below it.</param>
/// <param name="Asked">Title, product and question, as far as suggestions are made of them.</param>
/// <param name="Answered">All answers, as far.</param>
/// <param name="Sought">What else it is found by, in a search only, with how often it is asked and answered.</param>
internal sealed record PageWords(Guid Page, Space Space, Features Title, Features Asked, Features Answered, IReadOnlyDictionary<Feature, (int Asked, int Answered)> Sought)
{
    // What it is looked for by whoever types. Of all it shows beyond only a search finds it: counted among the rest, it would make suggestions surer and less right.
    private const int MostAsked = 64, MostPairs = 48, MostAnswered = 64, MostNames = 16;

    public long Doc { get; } = (long)Feature.Number(Page.ToString("n"));

    public PageVector Vector { get; } = PageVector.Of(Title, Asked, Answered, Sought);

    /// <summary>What it is looked for by, as it is called in the tables, and what tells how much it says about the page.</summary>
    public IReadOnlyList<(long Term, Feature Feature)> Terms { get; } = [.. All(Space, Asked, Answered, Sought).DistinctBy(one => one.Term)];

    /// <summary>All it is looked for by is looked for by everybody.</summary>
    public bool IsForAll => Terms.All(one => one.Term == Space.Term(one.Feature));

    /// <summary>Its words, by which misspelt ones are understood.</summary>
    public IEnumerable<KeyValuePair<Feature, string>> Stems => Asked.StemTexts.Concat(Answered.StemTexts);

    /// <summary>How much a term says about it.</summary>
    public long Impact(Feature feature, Statistics average)
    {
        var (asked, answered, _) = Vector.Count(feature);
        return (long)Math.Round(100 * Rank.Often(asked, answered, Vector.AskedLength, Vector.AnsweredLength, average));
    }

    private static IEnumerable<(long Term, Feature Feature)> All(Space space, Features asked, Features answered, IReadOnlyDictionary<Feature, (int Asked, int Answered)> sought)
    {
        var words = asked.Of(FeatureKinds.Stem).Take(MostAsked).Concat(asked.Of(FeatureKinds.Pair).Take(MostPairs)).Concat(answered.Of(FeatureKinds.Stem).Take(MostAnswered))
            .Concat(asked.Names.Keys.Take(MostNames)).Concat(answered.Names.Keys.Take(MostNames)).ToHashSet();
        var others = asked.Of(FeatureKinds.Stem).Concat(answered.Of(FeatureKinds.Stem)).Concat(asked.Names.Keys).Concat(answered.Names.Keys).Where(word => !words.Contains(word));
        var compounds = asked.Compounds.Keys.Concat(answered.Compounds.Keys).Select(word => word.As(FeatureKinds.Compound));
        return words.Concat(compounds).Select(word => (space.Term(word), word)).Concat(others.Select(word => (space.Term(word.As(FeatureKinds.Sought)), word))).Concat(sought.Keys.Select(one => (space.Term(one), one)));
    }
}
