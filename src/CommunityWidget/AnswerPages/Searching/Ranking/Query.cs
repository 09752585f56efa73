using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Ranking;

/// <summary>What somebody looks for, each part with what it is worth among these pages.</summary>
public sealed class Query
{
    private const double PairWorth = 0.4, FillerWorth = 1, GramWorth = 0.6, NearWorth = 0.7;

    // How something is asked, and letters alike, tell less the more there is to go by.
    private const double FewWords = 8;

    /// <param name="features">What was typed.</param>
    /// <param name="among">The pages it is looked for among.</param>
    /// <param name="meant">Words of these pages that a word nobody knows may have been meant to be.</param>
    public Query(Features features, Statistics among, IReadOnlyDictionary<Feature, IReadOnlyList<Feature>> meant)
    {
        (Features, Among) = (features, among);
        Fewness = Math.Min(1, FewWords / Math.Max(1, features.Of(FeatureKinds.Stem).Count()));
        Parts =
        [
            .. features.Counts.Select(one => PartOf(one.Key, one.Value, meant.GetValueOrDefault(one.Key) ?? [])),
            .. features.NamesWithFillers.Where(among.PagesWith.ContainsKey).Select(name => PartOf(name, features.Names[name], [])),
        ];
    }

    public Features Features { get; }

    public Statistics Among { get; }

    /// <summary>1 for a few words, less the longer the text is.</summary>
    public double Fewness { get; }

    public IReadOnlyList<Part> Parts { get; }

    private Part PartOf(Feature feature, int count, IReadOnlyList<Feature> meant)
    {
        // Wherever a name is that it is part of, it is.
        IReadOnlyList<Feature> written = [feature, .. Features.WrittenAs(feature).Where(one => Among.PagesWith.ContainsKey(one) && MayStandFor(one, feature))];
        var tells = meant.Count == 0 ? Among.Weight(Counted(written)) : NearWorth * meant.Max(Among.Weight);
        var worth = feature.Kind switch
        {
            FeatureKinds.Pair => PairWorth * tells,
            FeatureKinds.Filler => FillerWorth * Fewness,
            FeatureKinds.Gram => GramWorth * Fewness,
            _ => tells,
        };
        return new(feature, worth * Math.Log2(1 + count), count, meant.Count == 0 ? written : meant);
    }

    // Of a suggestion, what only a search looks for stands for nothing, and what a hyphen makes another word of only for one that no page has: for others it made pages surer than they were right.
    private bool MayStandFor(Feature other, Feature typed) =>
        Features.IsSearch || (other.Kind != FeatureKinds.Sought && (!Among.PagesWith.ContainsKey(typed) || !(other.Kind == FeatureKinds.Compound || Features.Compounds.ContainsKey(other))));

    // What no page has as a word is as common as it is in two or in one, or as what only a search looks for.
    private Feature Counted(IReadOnlyList<Feature> written) =>
        Among.PagesWith.ContainsKey(written[0]) ? written[0] : written.Where(one => one.Kind != FeatureKinds.Pair).DefaultIfEmpty(written[0]).MaxBy(one => Among.PagesWith.GetValueOrDefault(one));

    /// <param name="Feature">As typed.</param>
    /// <param name="Worth">What a page gains by having it.</param>
    /// <param name="Count">How often it was typed.</param>
    /// <param name="AnyOf">What a page may have to have it.</param>
    public sealed record Part(Feature Feature, double Worth, int Count, IReadOnlyList<Feature> AnyOf);
}
