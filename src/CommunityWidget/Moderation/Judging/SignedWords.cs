using System.Text;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// Words in which a sign stands for a letter or for none: <c>enc*lé</c>, <c>con.nard</c>, <c>enc-ulé</c>. Written as they are meant they are looked for like all others;
/// hosts, mailboxes, models and words that a dash joins are none of them.
/// </summary>
internal sealed class SignedWords
{
    private const int MostStars = 2, FewestBesideStar = 3, FewestBesideOther = 4, FewestBesideStars = 5, Longest = 24, Shortest = 4;

    private readonly Dictionary<char, HashSet<string>> _byFirst = [];

    public SignedWords(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            using var text = new ReadText(line.TrimEnd('*'));
            for (var i = 0; i < text.Count; i++)
            {
                var word = text[i].ToString();
                if (word.Length < Shortest || word.Contains('*')) continue;
                if (!_byFirst.TryGetValue(word[0], out var words)) _byFirst[word[0]] = words = [];
                words.Add(word);
            }
        }
    }

    /// <summary>Whether a text holds such a sign at all.</summary>
    public static bool MayStandIn(string text) => text.AsSpan().ContainsAny('*', '.', '-');

    /// <summary>The text with those words as they are meant; null where none stands in it.</summary>
    public string? Plain(string text, ref int steps)
    {
        StringBuilder? plain = null;
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            steps += end - i;
            var (start, stop) = Core(text, i, end);
            if (stop > start && Meant(text.AsSpan(start, stop - start), ref steps) is { } word)
            {
                (plain ??= new(text.Length)).Append(text, done, start - done).Append(word);
                done = stop;
            }
            i = end;
        }
        return plain?.Append(text, done, text.Length - done).ToString();
    }

    // Behind what a French word leaves out, and without the signs around it.
    private static (int Start, int End) Core(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).LastIndexOfAny('\'', '’') is var left and >= 0 && start + left + 1 < end) start += left + 1;
        while (start < end && !char.IsLetter(text[start])) start++;
        while (end > start && !char.IsLetter(text[end - 1])) end--;
        return (start, end);
    }

    private string? Meant(ReadOnlySpan<char> word, ref int steps)
    {
        if (word.Length is < Shortest or > Longest) return null;
        Span<char> read = stackalloc char[word.Length], off = stackalloc char[word.Length];
        var (signs, letters, length, kind) = (0, 0, 0, '\0');
        for (var i = 0; i < word.Length; i++)
        {
            var c = Letters.Read(word[i]);
            if (c == Letters.Nothing) continue;
            if (c is '*' or '.' or '-')
            {
                if (kind != '\0' && kind != c) return null;
                // A sentence ends there and the next begins.
                if (c != '*' && char.IsUpper(word[i + 1]) && char.IsLower(word[i - 1])) return null;
                (kind, signs) = (c, signs + 1);
                read[length++] = '*';
                continue;
            }
            if (char.IsLetter(c)) letters++;
            else if (!(c is '@' or '$' or '!' or '|' || char.IsAsciiDigit(c))) return null;
            read[length++] = c;
        }
        if (signs == 0 || !IsEnough(kind, signs, letters, length) || (kind == '.' && SpelledEmailFinder.IsEnding(word[(word.LastIndexOf('.') + 1)..]))) return null;
        var pattern = Disguise.Off(read[..length], off);
        if (!_byFirst.TryGetValue(pattern[0], out var words)) return null;
        steps += words.Count;
        foreach (var known in words)
        {
            if (known.Length <= length && known.Length >= length - signs && Fits(pattern, known)) return known;
        }
        return null;
    }

    // Digits stand for letters beside a star; beside others they are a model's.
    private static bool IsEnough(char kind, int signs, int letters, int length) => kind == '*'
        ? signs <= MostStars && letters >= (signs > 1 ? FewestBesideStars : FewestBesideStar)
        : signs == 1 && letters >= FewestBesideOther && letters + signs == length;

    // Each sign is one letter or none: there are two at most.
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> word)
    {
        var sign = pattern.IndexOf('*');
        if (sign < 0) return pattern.SequenceEqual(word);
        if (!word.StartsWith(pattern[..sign], StringComparison.Ordinal)) return false;
        return Fits(pattern[(sign + 1)..], word[sign..]) || (word.Length > sign && Fits(pattern[(sign + 1)..], word[(sign + 1)..]));
    }
}
