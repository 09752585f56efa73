namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>What a text can share with another, each with how often it is in there.</summary>
public sealed class Features
{
    // Of a text as long as a message may be, this much is read.
    private const int MostWords = 700, GramLength = 4;

    private readonly Dictionary<Feature, int> _counts = [];
    private readonly Dictionary<Feature, string> _stems = [];

    /// <summary>How many words there are, fillers included.</summary>
    public int Length { get; private set; }

    public IReadOnlyDictionary<Feature, int> Counts => _counts;

    /// <summary>The words themselves without their endings, for finding what they were meant to be. Never kept.</summary>
    public IReadOnlyDictionary<Feature, string> StemTexts => _stems;

    public IEnumerable<Feature> Of(FeatureKinds kind) => _counts.Keys.Where(feature => feature.Kind == kind);

    public int Count(Feature feature) => _counts.GetValueOrDefault(feature);

    /// <param name="text">Any text.</param>
    /// <param name="language">As it is tagged; an unknown one is taken word by word.</param>
    public static Features Read(string text, string language)
    {
        var (features, primary, before) = (new Features(), Stems.Primary(language), (string?)null);
        foreach (var word in Words.Of(text).Take(MostWords))
        {
            features.Length++;
            if (Fillers.Has(word, primary))
            {
                features.Add(FeatureKinds.Filler, word);
                continue;
            }
            var stem = Stems.Of(word, primary);
            features._stems[features.Add(FeatureKinds.Stem, stem)] = stem;
            if (before is not null) features.Add(FeatureKinds.Pair, $"{before} {stem}");
            before = stem;
            features.AddGrams(word);
        }
        return features;
    }

    /// <summary>Two texts of one page as one. A title repeats what the question says, and so its words count for more.</summary>
    public static Features Joined(Features one, Features other)
    {
        var both = new Features { Length = one.Length + other.Length };
        foreach (var (feature, count) in one._counts.Concat(other._counts)) both._counts[feature] = both._counts.GetValueOrDefault(feature) + count;
        foreach (var (feature, stem) in one._stems.Concat(other._stems)) both._stems[feature] = stem;
        return both;
    }

    private void AddGrams(string word)
    {
        // Numbers are the same or they are not.
        if (word.Length < GramLength || word.Any(char.IsDigit)) return;
        var framed = $"^{word}$";
        for (var at = 0; at + GramLength <= framed.Length; at++) Add(FeatureKinds.Gram, framed.Substring(at, GramLength));
    }

    private Feature Add(FeatureKinds kind, string text)
    {
        var feature = Feature.Of(kind, text);
        _counts[feature] = _counts.GetValueOrDefault(feature) + 1;
        return feature;
    }
}
