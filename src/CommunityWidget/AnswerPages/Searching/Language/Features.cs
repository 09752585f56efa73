namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>What a text can share with another, each with how often it is in there.</summary>
public sealed class Features
{
    // Of what is typed, as long as a message may be, this much is read.
    private const int MostWords = 700, GramLength = 4, MostNames = 64, MostNamesSideBySide = 256;

    private readonly Dictionary<Feature, int> _counts = [];
    private readonly Dictionary<Feature, string> _stems = [];
    private readonly Dictionary<Feature, int> _names = [];
    private readonly Dictionary<Feature, int> _compounds = [];
    private readonly HashSet<Feature> _withFillers = [];
    private readonly Dictionary<Feature, HashSet<Feature>> _written = [];

    /// <summary>How many words there are, fillers included.</summary>
    public int Length { get; private set; }

    /// <summary>No word of the text was left unread.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>It is looked for by somebody who searches: also by what nothing is suggested for.</summary>
    public bool IsSearch { get; private set; }

    public IReadOnlyDictionary<Feature, int> Counts => _counts;

    /// <summary>The words themselves without their endings, for finding what they were meant to be. Never kept.</summary>
    public IReadOnlyDictionary<Feature, string> StemTexts => _stems;

    /// <summary>Names of letters and digits that stand in the text apart, as the stems they would be joined: a page is found by them beside its words.</summary>
    public IReadOnlyDictionary<Feature, int> Names => _names;

    /// <summary>Words that hyphens set together, as the stems they would be in one.</summary>
    public IReadOnlyDictionary<Feature, int> Compounds => _compounds;

    /// <summary>How else what stands here may be written: what is part of a name is also where the name is, and what is written in one where a hyphen is in it. Each word is also what only a search looks for.</summary>
    public IEnumerable<Feature> WrittenAs(Feature feature)
    {
        IReadOnlyCollection<Feature> others = _written.TryGetValue(feature, out var known) ? known : [];
        if (feature.Kind != FeatureKinds.Stem) return others;
        var inOne = others.Append(feature.As(FeatureKinds.Compound));
        return inOne.Concat(others.Where(other => other.Kind == FeatureKinds.Stem).Prepend(feature).Select(word => word.As(FeatureKinds.Sought)));
    }

    /// <summary>All of these.</summary>
    public IEnumerable<Feature> AlsoWritten => Of(FeatureKinds.Stem).Concat(_written.Keys).Distinct().SelectMany(WrittenAs);

    /// <summary>Names with a word that nothing is looked for by, as the S of "Galaxy S 24".</summary>
    public IReadOnlySet<Feature> NamesWithFillers => _withFillers;

    public IEnumerable<Feature> Of(FeatureKinds kind) => _counts.Keys.Where(feature => feature.Kind == kind);

    public int Count(Feature feature) => _counts.GetValueOrDefault(feature);

    /// <param name="text">Any text.</param>
    /// <param name="language">As it is tagged; an unknown one is taken word by word.</param>
    /// <param name="most">So many of its words.</param>
    public static Features Read(string text, string language, int most = MostWords)
    {
        var (features, primary, before) = (new Features(), Stems.Primary(language), (string?)null);
        foreach (var word in Words.Of(text).Take(most))
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
        features.IsWhole = features.Length < most;
        features.AddNames(text, primary);
        features.AddCompounds(text, primary);
        return features;
    }

    /// <summary>Two texts of one page as one. A title repeats what the question says, and so its words count for more.</summary>
    public static Features Joined(Features one, Features other)
    {
        var both = new Features { Length = one.Length + other.Length, IsWhole = one.IsWhole && other.IsWhole };
        foreach (var (feature, count) in one._counts.Concat(other._counts)) both._counts[feature] = both._counts.GetValueOrDefault(feature) + count;
        foreach (var (feature, stem) in one._stems.Concat(other._stems)) both._stems[feature] = stem;
        foreach (var (name, count) in one._names.Concat(other._names)) both._names[name] = both._names.GetValueOrDefault(name) + count;
        foreach (var (word, count) in one._compounds.Concat(other._compounds)) both._compounds[word] = both._compounds.GetValueOrDefault(word) + count;
        return both;
    }

    /// <summary>The same of somebody who searches.</summary>
    public static Features ReadSearch(string words, string language)
    {
        var features = Read(words, language);
        features.IsSearch = true;
        return features;
    }

    /// <summary>The words and names of several texts as of one: of each the first, then of each the next, so that however long one is, the others are in it.</summary>
    public static Features SideBySide(IReadOnlyList<Features> texts)
    {
        var all = new Features { Length = texts.Sum(one => one.Length) };
        foreach (var (word, count) in InTurn(one => one._counts.Where(word => word.Key.Kind == FeatureKinds.Stem))) all._counts[word] = all._counts.GetValueOrDefault(word) + count;
        foreach (var (name, count) in InTurn(one => one._names).Take(MostNamesSideBySide)) all._names[name] = all._names.GetValueOrDefault(name) + count;
        foreach (var (word, count) in InTurn(one => one._compounds).Take(MostNamesSideBySide)) all._compounds[word] = all._compounds.GetValueOrDefault(word) + count;
        foreach (var (word, stem) in texts.SelectMany(one => one._stems)) all._stems[word] = stem;
        return all;

        IEnumerable<KeyValuePair<Feature, int>> InTurn(Func<Features, IEnumerable<KeyValuePair<Feature, int>>> of) =>
            texts.SelectMany(one => of(one).Select((counted, at) => (counted, at))).OrderBy(one => one.at).Select(one => one.counted);
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
    }

    private void AddCompounds(string text, string language)
    {
        foreach (var parts in Language.Compounds.Of(text, language).Take(MostNames))
        {
            var name = Feature.Of(FeatureKinds.Stem, Stems.Of(string.Concat(parts), language));
            if (_counts.ContainsKey(name)) continue;
            _compounds[name] = _compounds.GetValueOrDefault(name) + 1;
            foreach (var part in parts.Where(part => !Fillers.Has(part, language))) Write(Feature.Of(FeatureKinds.Stem, Stems.Of(part, language)), name);
        }
    }

    private void Write(Feature feature, Feature other)
    {
        if (feature != other) (_written.TryGetValue(feature, out var others) ? others : _written[feature] = []).Add(other);
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
