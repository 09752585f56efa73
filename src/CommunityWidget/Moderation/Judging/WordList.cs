namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// Words and phrases to look for, whatever they are disguised as: accents, signs for letters, letters repeated, letters apart. A line may end
/// with <c>*</c>: then whatever begins so counts, in a phrase its last word. Words count whole: nothing is found inside another word.
/// </summary>
internal sealed class WordList
{
    private const int Longest = 40;

    /// <summary>So many letters that stand alone are a word whatever letter follows.</summary>
    private const int SurelySpelled = 5;

    /// <summary>So many words a phrase may have.</summary>
    public const int MostWords = 20;

    private readonly Dictionary<string, List<Entry>> _byFirst = [];
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool[] _beginnings = new bool[27 * 27];
    private readonly List<string> _stems = [];

    private readonly bool _readsIds;

    /// <param name="lines">What to look for.</param>
    /// <param name="readsIds">Also what begins a key or an order's number, as a site may want that knows its own.</param>
    public WordList(IEnumerable<string> lines, bool readsIds = false)
    {
        _readsIds = readsIds;
        foreach (var line in lines) Add(line);
        _lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a line can be looked for at all; others would be a rule that never holds.</summary>
    public static bool Takes(string line)
    {
        using var text = new ReadText(line.TrimEnd('*'));
        // One letter and a star would be every third word, and behind others half of what can follow.
        return text.Count is > 0 and <= MostWords && text[0].Length <= Longest && (IsStem(line, text) || !line.EndsWith('*'));
    }

    private static bool IsStem(string line, in ReadText text) => line.EndsWith('*') && text[text.Count - 1].Length > 1;

    public bool IsEmpty => _byFirst.Count == 0 && _stems.Count == 0;

    /// <summary>Where an entry begins, or -1. <paramref name="steps"/> grows by what was looked at.</summary>
    public int Find(in ReadText text, int from, ref int steps) => Find(text, from, text.Count, ref steps, out _);

    /// <summary>The same for entries that begin before <paramref name="to"/>, with how many words the entry takes.</summary>
    public int Find(in ReadText text, int from, int to, ref int steps, out int words)
    {
        words = 0;
        if (IsEmpty) return -1;
        Span<char> plain = stackalloc char[Longest];
        for (var i = from; i < to; i++)
        {
            steps++;
            var word = text[i];
            if (word.Length > Longest || (!_readsIds && text.IsId(i))) continue;
            if ((words = Begins(text, i, word, ref steps)) > 0) return i;
            if (text.IsDisguised(i) && (words = Disguised(text, i, word, plain, ref steps)) > 0) return i;
            if (text.IsStretched(i) && (words = Begins(text, i, Disguise.Squeeze(word, plain), ref steps)) > 0) return i;
            if (text.IsStretched(i) && (words = Begins(text, i, Disguise.SqueezeAll(word, plain), ref steps)) > 0) return i;
            if (word.Length == 1 && !text.IsNumber(i) && (words = Spelled(text, i, plain, ref steps)) > 0) return i;
        }
        return -1;
    }

    private int Disguised(in ReadText text, int at, ReadOnlySpan<char> word, Span<char> plain, ref int steps)
    {
        for (var reading = Disguise.Readings(word) - 1; reading >= 0; reading--)
        {
            if (Begins(text, at, Disguise.Off(word, plain, reading), ref steps) is var words and > 0) return words;
        }
        return 0;
    }

    private int Begins(in ReadText text, int at, ReadOnlySpan<char> word, ref int steps)
    {
        if (!_beginnings[Beginning(word)]) return 0;
        if (_lookup.TryGetValue(word, out var entries))
        {
            foreach (var entry in entries)
            {
                steps++;
                if (entry.Continues(text, at + 1)) return 1 + entry.Rest.Length;
            }
        }
        foreach (var stem in _stems)
        {
            if (stem[0] == word[0] && word.StartsWith(stem, StringComparison.Ordinal)) return 1;
        }
        return 0;
    }

    // "c o n": letters that stand alone, read as one word from each of them on; the last may be a word of its own, "a" or "I". A wider gap
    // ends a word that began behind one, and so many letters may be one without. Gives how many it took.
    private int Spelled(in ReadText text, int at, Span<char> into, ref int steps)
    {
        Span<char> letters = stackalloc char[Longest];
        var (length, apart) = (0, 0);
        while (at + length < text.Count && length < Longest && text[at + length].Length == 1)
        {
            if (apart == 0 && length > 0 && text.IsApart(at + length)) apart = length;
            letters[length] = text[at + length][0];
            length++;
            if (length == 2 && !MayBegin(letters[..2], into)) return 0;
        }
        steps += length;
        var begins = at == 0 || text.IsApart(at) || text[at - 1].Length > 1;
        for (var end = length; end > 2; end--)
        {
            if (end < length - 1 && end < SurelySpelled && !(begins && end == apart)) continue;
            if (Disguised(text, at, letters[..end], into, ref steps) > 0) return end;
        }
        return 0;
    }

    private bool MayBegin(ReadOnlySpan<char> two, Span<char> into)
    {
        for (var reading = Disguise.Readings(two) - 1; reading >= 0; reading--)
        {
            if (_beginnings[Beginning(Disguise.Off(two, into, reading))]) return true;
        }
        return false;
    }

    private void Add(string line)
    {
        using var text = new ReadText(line.TrimEnd('*'));
        if (text.Count is 0 or > MostWords) return;
        var stem = IsStem(line, text);
        var first = text[0].ToString();
        _beginnings[Beginning(first)] = true;
        if (stem && text.Count == 1)
        {
            _stems.Add(first);
            return;
        }
        var rest = new string[text.Count - 1];
        for (var i = 1; i < text.Count; i++) rest[i - 1] = text[i].ToString();
        Add(first, rest, stem);
        // Said without the gaps between, or spelled letter by letter.
        if (rest.Length > 0 && string.Concat(first, string.Concat(rest)) is { Length: > 5 and <= Longest } glued)
        {
            _beginnings[Beginning(glued)] = true;
            if (stem) _stems.Add(glued);
            else Add(glued, [], stem: false);
        }
    }

    private void Add(string first, string[] rest, bool stem)
    {
        _beginnings[Beginning(first)] = true;
        if (!_byFirst.TryGetValue(first, out var entries)) _byFirst[first] = entries = [];
        entries.Add(new(rest, stem));
    }

    private static int Beginning(ReadOnlySpan<char> word) => (Place(word[0]) * 27) + (word.Length > 1 ? Place(word[1]) : 0);

    private static int Place(char c) => c is >= 'a' and <= 'z' ? c - 'a' + 1 : 0;

    private sealed record Entry(string[] Rest, bool IsStem)
    {
        public bool Continues(in ReadText text, int from)
        {
            if (from + Rest.Length > text.Count) return false;
            for (var i = 0; i < Rest.Length; i++)
            {
                var isEnough = IsStem && i == Rest.Length - 1 ? text[from + i].StartsWith(Rest[i], StringComparison.Ordinal) : text[from + i].SequenceEqual(Rest[i]);
                if (!isEnough) return false;
            }
            return true;
        }
    }
}
