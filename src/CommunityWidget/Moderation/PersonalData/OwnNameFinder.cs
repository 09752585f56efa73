using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// Whoever asked, by the name they gave: each of its words of three letters or more, wherever it stands in their talk. Names are other words too (Rose, Marchand, Mark): what is written
/// large is the name; in small letters only beside another word of it, behind a greeting or a title, and where somebody is called by it. A name they had before may have been
/// anything they typed there once: of one that was not written like a name ("Quelle ampoule") a large letter where a sentence begins says nothing.
/// </summary>
internal sealed class OwnNameFinder : IDataFinder
{
    private const int Shortest = 3, Longest = 40;

    // Of a name, and of everything else.
    private static readonly HashSet<string> Particles = ["van", "von", "der", "den", "ten", "ter", "del", "dos", "des", "bin", "the", "les", "and"];

    // Whoever gives one of these is called so, and everybody says it: hidden only where somebody is.
    private static readonly HashSet<string> Usual =
    [
        "will", "may", "can", "mark", "art", "frank", "bill", "guest", "client", "cliente", "customer", "visitor", "visiteur", "user", "test", "admin", "anonymous", "anonyme", "nobody", "somebody", "question", "help", "shop", "boutique", "fan", "mister", "chef",
        "hope", "grace", "rose", "june", "april", "july", "august", "summer", "bosch", "dyson", "samsung", "apple", "philips", "siemens", "miele", "whirlpool", "brandt", "moulinex", "rowenta", "google", "amazon", "ikea", "sony", "canon", "nikon", "lego",
    ];

    private static readonly HashSet<string> Calling =
    [
        "hello", "hi", "hey", "dear", "thanks", "mr", "mrs", "ms", "miss", "bonjour", "bonsoir", "salut", "cher", "chere", "merci", "mme", "mlle", "monsieur", "madame", "mademoiselle", "coucou", "bye", "welcome", "sorry", "desole", "desolee", "pardon",
    ];

    private readonly HashSet<string> _words, _former;
    private readonly IReadOnlyList<string> _signs;

    private OwnNameFinder(HashSet<string> words, HashSet<string> former, IReadOnlyList<string> signs) => (_words, _former, _signs) = (words, former, signs);

    /// <summary>Null where there is no name to hide. Behind the first line stand those they had before.</summary>
    public static OwnNameFinder? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var (words, former, signs) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        var seen = Spacing.Of(name).Text;
        var present = seen.IndexOf('\n', StringComparison.Ordinal) is var line and >= 0 ? line : seen.Length;
        for (var i = 0; i < seen.Length; i++)
        {
            var end = WordEnd(seen, i);
            var word = seen[i..end];
            if (end - i > 1 && IsWithoutCase(word)) signs.Add(word);
            else if (end - i is >= Shortest and <= Longest && Folded(word) is var known && !Particles.Contains(known))
            {
                var isNew = words.Add(known);
                if (i <= present || IsWrittenLikeOne(seen, i)) former.Remove(known);
                else if (isNew) former.Add(known);
            }
            i = end;
        }
        return words.Count + signs.Count == 0 ? null : new(words, former, signs);
    }

    public void Find(string text, Finds found)
    {
        foreach (var sign in _signs)
            for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + sign.Length, StringComparison.Ordinal)) found.Add(new(at, sign.Length, DataKinds.Name));
        if (_words.Count == 0) return;
        for (var i = 0; i < text.Length; i++)
        {
            var end = WordEnd(text, i);
            found.Steps += end - i + 1;
            if (Is(text, i, end) && ((!char.IsLower(text[i]) && !IsUsual(text, i, end) && !(BeginsSentence(text, i) && IsFormer(text, i, end))) || IsNamed(text, i, end)))
            {
                // "Jean-Pierre Martin" is one name.
                while (Is(text, end + 1, WordEnd(text, end + 1)) && text[end] is ' ' or '-' or '\'' or '’') end = WordEnd(text, end + 1);
                found.Add(new(i, end - i, DataKinds.Name));
            }
            i = end;
        }
    }

    private bool Is(string text, int start, int end) => end - start is >= Shortest and <= Longest && _words.Contains(Folded(text.AsSpan(start, end - start)));

    private bool IsFormer(string text, int start, int end) => _former.Contains(Folded(text.AsSpan(start, end - start)));

    // Whatever stands first is written large there: also behind a mark of quotation or of a list.
    private static bool BeginsSentence(string text, int at)
    {
        while (at > 0 && text[at - 1] != '\n' && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '\'' or '«' or '“' or '‘' or '(' or '[' or '-' or '–' or '—' or '*' or '•' or '¿' or '¡')) at--;
        return at == 0 || text[at - 1] is '\n' or '.' or '!' or '?' or '…' or ':' or ';';
    }

    // The line it stands in is one word, or each of its words but particles begins with a large letter, as names are written.
    private static bool IsWrittenLikeOne(string names, int at)
    {
        var start = names.LastIndexOf('\n', at) + 1;
        var end = names.IndexOf('\n', at) is var line and >= 0 ? line : names.Length;
        var name = names.AsSpan(start..end).Trim();
        if (!name.Contains(' ')) return true;
        foreach (var part in name.Split(' '))
        {
            var word = name[part];
            if (word.Length > 2 && word[0] is 'd' or 'l' && word[1] is '\'' or '’') word = word[2..];
            if (word.Length > 0 && char.IsLower(word[0]) && !(word.Length <= 3 && IsParticle(word))) return false;
        }
        return true;
    }

    private static bool IsParticle(ReadOnlySpan<char> word) => word is "de" or "du" or "da" or "di" or "la" or "le" || Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool IsUsual(string text, int start, int end) =>
        Usual.Contains(Folded(text.AsSpan(start, end - start))) || Cues.IsGoods(text.AsSpan(start, end - start)) || FirmNames.IsTrade(text.AsSpan(start, end - start));

    // In small letters: "jane kerouanton", "merci kerouanton", "as I said, kerouanton, …".
    private bool IsNamed(string text, int start, int end)
    {
        if (end < text.Length && text[end] is ' ' or '-' && Is(text, end + 1, WordEnd(text, end + 1))) return true;
        if (Cues.Before(text, start, Calling, words: 1)) return true;
        var behind = end < text.Length ? text[end] : '\n';
        return start == 0 || text[start - 1] == '\n' ? behind == ',' : start > 1 && text[start - 1] == ' ' && text[start - 2] == ',' && behind is ',' or '.' or '!' or '?' or '\n';
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }

    // Scripts without large letters, which need no space between words either.
    private static bool IsWithoutCase(string word) => char.GetUnicodeCategory(word[0]) == UnicodeCategory.OtherLetter;

    private static string Folded(ReadOnlySpan<char> word) => Cues.Fold(word, stackalloc char[Longest]).ToString();
}
