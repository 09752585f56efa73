namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>What a text can share with another, each with how often it is in there.</summary>
public sealed class Features
{
    // Of a text as long as a message may be, this much is read.
    private const int MostWords = 700, GramLength = 4, MostNames = 64;

    private readonly Dictionary<Feature, int> _counts = [];
    private readonly Dictionary<Feature, string> _stems = [];
    private readonly Dictionary<Feature, int> _names = [];
    private readonly HashSet<Feature> _withFillers = [];
    private readonly Dictionary<Feature, HashSet<Feature>> _written = [];

    /// <summary>How many words there are, fillers included.</summary>
    public int Length { get; private set; }

    public IReadOnlyDictionary<Feature, int> Counts => _counts;

    /// <summary>The words themselves without their endings, for finding what they were meant to be. Never kept.</summary>
    public IReadOnlyDictionary<Feature, string> StemTexts => _stems;

    /// <summary>Names of letters and digits that stand in the text apart, as the stems they would be joined: a page is found by them beside its words.</summary>
    public IReadOnlyDictionary<Feature, int> Names => _names;

    /// <summary>How else what stands here may be written: what is part of a name is also where the name is.</summary>
    public IReadOnlyCollection<Feature> WrittenAs(Feature feature) => _written.TryGetValue(feature, out var others) ? others : [];

    /// <summary>All of these.</summary>
    public IEnumerable<Feature> AlsoWritten => _written.Values.SelectMany(others => others);

    /// <summary>Names with a word that nothing is looked for by, as the S of "Galaxy S 24".</summary>
    public IReadOnlySet<Feature> NamesWithFillers => _withFillers;

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
        features.AddNames(text, primary);
        return features;
    }

    /// <summary>Two texts of one page as one. A title repeats what the question says, and so its words count for more.</summary>
    public static Features Joined(Features one, Features other)
    {
        var both = new Features { Length = one.Length + other.Length };
        foreach (var (feature, count) in one._counts.Concat(other._counts)) both._counts[feature] = both._counts.GetValueOrDefault(feature) + count;
        foreach (var (feature, stem) in one._stems.Concat(other._stems)) both._stems[feature] = stem;
        foreach (var (name, count) in one._names.Concat(other._names)) both._names[name] = both._names.GetValueOrDefault(name) + count;
        return both;
    }

    private void AddNames(string text, string language)
    {
        foreach (var (parts, hasFiller, isAmount) in ModelNumbers.Of(text, language).Take(MostNames))
        {
            var name = Feature.Of(FeatureKinds.Stem, string.Concat(parts));
            // Joined by a page, "5 days" would be a rare word that says more than it does: amounts meet by their pairs.
            if (isAmount && parts.Count == 2) Write(name, Feature.Of(FeatureKinds.Pair, $"{parts[0]} {parts[1]}"));
            if (_counts.ContainsKey(name)) continue;
            if (!isAmount) _names[name] = _names.GetValueOrDefault(name) + 1;
            if (hasFiller && !isAmount) _withFillers.Add(name);
            // What is written as one word within it too: of "iPhone 15Plus" the "15Plus".
            for (var from = 0; from < parts.Count; from++)
                for (var to = from + 1; to <= parts.Count; to++) Write(Feature.Of(FeatureKinds.Stem, string.Concat(parts.Take(to).Skip(from))), name);
        }

        void Write(Feature feature, Feature other)
        {
            if (feature != other) (_written.TryGetValue(feature, out var others) ? others : _written[feature] = []).Add(other);
        }
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
