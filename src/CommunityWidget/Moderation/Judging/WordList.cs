namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// Words and phrases to look for, whatever they are disguised as: accents, signs for letters, letters repeated, letters apart. A line may end
/// with <c>*</c>: then whatever begins so counts. Words count whole: nothing is found inside another word.
/// </summary>
internal sealed class WordList
{
    private const int Longest = 40, MostWords = 6;

    private readonly Dictionary<string, List<Entry>> _byFirst = [];
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly HashSet<int> _beginnings = [];
    private readonly List<string> _stems = [];

    public WordList(IEnumerable<string> lines)
    {
        foreach (var line in lines) Add(line);
        _lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>Where an entry begins, or -1. <paramref name="steps"/> grows by what was looked at.</summary>
    public int Find(in ReadText text, int from, ref int steps)
    {
        if (IsEmpty) return -1;
        Span<char> plain = stackalloc char[Longest];
        for (var i = from; i < text.Count; i++)
        {
            steps++;
            var word = text[i];
            if (word.Length > Longest) continue;
            if (Begins(text, i, word, ref steps)) return i;
            if (text.IsDisguised(i) && Begins(text, i, Disguise.Off(word, plain), ref steps)) return i;
            var squeezed = Disguise.Squeeze(word, plain);
            if (squeezed.Length != word.Length && (Begins(text, i, squeezed, ref steps) || Begins(text, i, Disguise.SqueezeAll(word, plain), ref steps))) return i;
            if (word.Length == 1 && Spelled(text, i, plain) is { Length: > 2 } spelled && Begins(text, i, spelled, ref steps)) return i;
        }
        return -1;
    }

    private bool Begins(in ReadText text, int at, ReadOnlySpan<char> word, ref int steps)
    {
        if (word.Length < 2 || !_beginnings.Contains(Beginning(word))) return false;
        if (_lookup.TryGetValue(word, out var entries))
        {
            foreach (var entry in entries)
            {
                steps++;
                if (entry.Continues(text, at + 1)) return true;
            }
        }
        foreach (var stem in _stems)
        {
            if (stem[0] == word[0] && word.StartsWith(stem, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    // "c o n": letters that stand alone, read as one word.
    private static ReadOnlySpan<char> Spelled(in ReadText text, int at, Span<char> into)
    {
        if (at > 0 && text[at - 1].Length == 1) return [];
        var length = 0;
        while (at + length < text.Count && length < into.Length && text[at + length].Length == 1)
        {
            into[length] = text[at + length][0];
            length++;
        }
        return length > 2 ? Disguise.Off(into[..length], into) : [];
    }

    private void Add(string line)
    {
        var stem = line.EndsWith('*');
        using var text = new ReadText(line.TrimEnd('*'));
        if (text.Count is 0 or > MostWords) return;
        var first = text[0].ToString();
        _beginnings.Add(Beginning(first));
        if (stem && text.Count == 1)
        {
            _stems.Add(first);
            return;
        }
        var rest = new string[text.Count - 1];
        for (var i = 1; i < text.Count; i++) rest[i - 1] = text[i].ToString();
        if (!_byFirst.TryGetValue(first, out var entries)) _byFirst[first] = entries = [];
        entries.Add(new(rest));
    }

    private static int Beginning(ReadOnlySpan<char> word) => (word[0] << 16) | word[1];

    private sealed record Entry(string[] Rest)
    {
        public bool Continues(in ReadText text, int from)
        {
            if (from + Rest.Length > text.Count) return false;
            for (var i = 0; i < Rest.Length; i++)
            {
                if (!text[from + i].SequenceEqual(Rest[i])) return false;
            }
            return true;
        }
    }
}
