namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Postal addresses: a house number with the name of a street, French or English, and the town that follows it.</summary>
internal sealed class AddressFinder : IDataFinder
{
    private const int MostWords = 6, LongestTail = 60;

    // Before the name.
    private static readonly HashSet<string> Streets =
    [
        "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "blvd", "chemin", "allee", "allees", "impasse", "place", "quai", "route", "cours", "square", "sentier", "passage", "faubourg", "residence", "lotissement", "hameau",
        "calle", "via", "rua", "avenida", "piazza", "plaza", "ruelle", "venelle", "montee", "esplanade", "villa", "cite", "voie", "promenade",
    ];

    // After the name.
    private static readonly HashSet<string> Endings =
    [
        "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "way", "place", "pl", "square", "sq", "terrace", "ter", "crescent", "close", "highway", "hwy",
        "parkway", "pkwy", "trail", "circle", "cir", "alley", "row", "gardens", "grove", "mews", "hill", "strasse", "weg", "platz", "gasse", "straat", "laan", "gatan", "vej", "utca", "ulica", "plads", "gata", "katu", "tie",
        "parade", "quay", "esplanade", "steenweg", "baan", "plein", "dijk",
    ];

    // Written on to the name.
    private static readonly string[] GluedEndings = ["strasse", "straße", "straat", "gasse", "platz", "laan", "gatan", "weg", "str", "plein", "plaats", "dijk", "baan", "wijk"];

    public void Find(string text, Finds found)
    {
        Span<char> folded = stackalloc char[16];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ',' or '-' or '/'))) continue;
            var number = i;
            while (number < text.Length && char.IsAsciiDigit(text[number])) number++;
            found.Steps += number - i + MostWords;
            if (number - i <= 5 && End(text, number, folded) is { } end)
            {
                end = Town(text, end);
                found.Add(new(i, end - i, DataKinds.Address));
                number = end;
            }
            i = Math.Max(i, number - 1);
        }
        NumberLast(text, found, folded);
    }

    // "Rue du Château 414", "Bahnhofstrasse 57": the number last, as in Belgium, Switzerland and east of them.
    private static void NumberLast(string text, Finds found, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsUpper(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            var (at, words, street) = (i, 0, false);
            while (words++ < MostWords && at < text.Length && char.IsLetter(text[at]))
            {
                var end = at;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or '-')) end++;
                var known = end - at <= folded.Length ? Cues.Fold(text.AsSpan(at, end - at), folded) : text.AsSpan(at, end - at);
                street |= EndsAsStreet(known) || (words == 1 ? Is(Streets, known) : known is "baan" or "weg" or "plein");
                found.Steps += end - at;
                if (!street || end + 1 >= text.Length || text[end] != ' ') break;
                at = end + 1;
            }
            if (!street || at >= text.Length || !char.IsAsciiDigit(text[at])) continue;
            var stop = at;
            while (stop < text.Length && char.IsLetterOrDigit(text[stop])) stop++;
            if (stop - at > 5) continue;
            stop = Town(text, stop);
            found.Add(new(i, stop - i, DataKinds.Address));
            i = stop - 1;
        }
    }

    // "12 bis, rue de la Paix" or "221B Baker Street".
    private static int? End(string text, int at, Span<char> folded)
    {
        if (at < text.Length && char.IsLetter(text[at]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]))) at++;
        var (capitals, french) = (0, -1);
        for (var words = 0; words < MostWords + 2; words++)
        {
            var start = Word(text, at);
            if (start < 0) break;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-')) end++;
            var word = text.AsSpan(start, end - start);
            var known = word.Length <= folded.Length ? Cues.Fold(word, folded) : [];
            if (words == 0 && known is "bis" or "ter" or "quater") { at = end; continue; }
            if (words <= 1 && french < 0 && Is(Streets, known) && (capitals == 0 || words == 0)) french = end;
            else if (french < 0 && words > 0 && capitals > 0 && Is(Endings, known) && char.IsUpper(word[0])) return end < text.Length && text[end] == '.' ? end + 1 : end;
            else if (french < 0 && words > 0 && EndsAsStreet(known) && char.IsUpper(word[0])) return end;
            if (char.IsUpper(word[0])) capitals++;
            else if (french < 0 && (words > 0 || !char.IsDigit(word[0]))) break;
            at = end;
        }
        return french < 0 ? null : French(text, french);
    }

    // The name goes on as long as it is one: "de la Paix", "du 8 mai 1945".
    private static int? French(string text, int from)
    {
        var (at, last, words) = (from, -1, 0);
        while (words++ < MostWords)
        {
            var start = Word(text, at);
            if (start < 0 || (at < start && text.AsSpan(at, start - at).IndexOfAny(',', '\n') >= 0)) break;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-')) end++;
            var word = text.AsSpan(start, end - start);
            if (char.IsUpper(word[0]) || (char.IsDigit(word[0]) && word.Length < 5) || word.ContainsAny('\'', '’')) last = end;
            else if (word is not ("de" or "du" or "des" or "la" or "le" or "les" or "aux" or "au" or "d" or "l" or "et" or "en" or "sur" or "mai" or "juin" or "novembre" or "bis" or "della" or "del" or "do" or "da" or "dos")) break;
            at = end;
        }
        // In small letters too, if it is short: "12 rue des lilas".
        if (last < 0 && Word(text, from) is var small and >= 0)
        {
            var (end, count) = (small, 0);
            while (count++ < 3 && small >= 0)
            {
                end = small;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or '-')) end++;
                if (text[small..end] is not ("de" or "du" or "des" or "la" or "le" or "les" or "aux" or "au")) break;
                small = Word(text, end);
            }
            return end > from ? end : null;
        }
        return last < 0 ? null : last;
    }

    // ", 75002 Paris", ", London SW1A 1AA": a post code with a name beside it.
    private static int Town(string text, int from)
    {
        var (at, end, codes, names) = (from, from, 0, 0);
        while (at < text.Length && at - from < LongestTail)
        {
            var start = at;
            while (start < text.Length && start - at < 3 && text[start] is ' ' or ',' or '\n' or '-') start++;
            if (start >= text.Length || !char.IsLetterOrDigit(text[start])) break;
            var stop = start;
            while (stop < text.Length && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '\'' or '’')) stop++;
            var word = text.AsSpan(start, stop - start);
            if (word.ContainsAnyInRange('0', '9') && word.Length is >= 3 and <= 10) codes++;
            else if (char.IsUpper(word[0]) && names++ < 5) { }
            else break;
            if (codes > 0) end = stop;
            at = stop;
        }
        return codes > 0 && names > 0 ? end : from;
    }

    private static int Word(string text, int at)
    {
        var start = at;
        while (start < text.Length && start - at < 3 && text[start] is ' ' or ',' or '.' or '\u00a0') start++;
        return start < text.Length && start > at && char.IsLetterOrDigit(text[start]) ? start : -1;
    }

    private static bool EndsAsStreet(ReadOnlySpan<char> word)
    {
        if (word.Length <= 6) return false;
        foreach (var ending in GluedEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static bool Is(HashSet<string> words, ReadOnlySpan<char> word) => word.Length > 0 && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
