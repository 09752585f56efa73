namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Postal addresses: a house number with the name of a street, French or English, and the town that follows it.</summary>
internal sealed class AddressFinder : IDataFinder
{
    private const int MostWords = 6;

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

    // Plain enough to be heard in small letters.
    private static readonly HashSet<string> PlainEndings = ["street", "road", "avenue", "lane", "boulevard"], PlainStreets = ["rue", "avenue", "boulevard", "chemin", "allee", "impasse", "quai", "route"];

    // In small letters too where somebody lives there, or where nothing else follows.
    private static readonly HashSet<string> LivedEndings = ["st", "rd", "dr", "drive", "ct", "court", "ln", "ave", "blvd", "pl", "sq", "terrace", "crescent", "gardens", "grove", "mews", "hwy", "pkwy", "parkway", "highway", "circle"], LastEndings = ["terrace", "crescent", "gardens", "grove", "mews"];

    private static readonly HashSet<string> Lived = ["live", "lives", "living", "address", "adresse", "deliver", "delivered", "ship", "send", "habite", "home", "house"], NoStreets = ["a", "the", "of", "to", "on", "in", "and", "or", "at", "for", "feet", "miles", "mile", "years", "km", "min", "mins", "minute", "minutes", "hour", "hours", "more", "metres", "meters", "yards", "blocks"];

    private static readonly string[] Articles = [" de la ", " de l'", " de l’", " du ", " des "];

    // Words of other things, unless a name follows.
    private static readonly HashSet<string> Doubtful = ["place", "square", "cours", "passage", "via", "villa", "plaza", "voie", "cite", "route"];

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
                end = Towns.After(text, end);
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
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            var (at, words, street, capitals) = (i, 0, false, 0);
            while (words++ < MostWords && at < text.Length && char.IsLetter(text[at]))
            {
                var end = at;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or '-')) end++;
                var known = end - at <= folded.Length ? Cues.Fold(text.AsSpan(at, end - at), folded) : text.AsSpan(at, end - at);
                if (char.IsUpper(text[at])) capitals++;
                street |= (capitals > 0 && EndsAsStreet(known)) || (words == 1 ? Is(capitals > 0 ? Streets : PlainStreets, known) : known is "baan" or "weg" or "plein");
                found.Steps += end - at;
                if (words == 1 && IsAbbreviated(text, i, end)) (street, end) = (true, end + 1);
                if (end + 1 < text.Length && text[end] == '.') end++;
                if (!street || end + 1 >= text.Length || text[end] != ' ') break;
                at = end + 1;
            }
            if (!street || capitals == 0 || at >= text.Length || !char.IsAsciiDigit(text[at])) continue;
            var stop = at;
            while (stop < text.Length && char.IsLetterOrDigit(text[stop])) stop++;
            if (stop - at > 5) continue;
            stop = Towns.After(text, stop);
            found.Add(new(i, stop - i, DataKinds.Address));
            i = stop - 1;
        }
    }

    // "C/ Mayor", "ul. Długa", and not "UL 94".
    private static bool IsAbbreviated(string text, int start, int end) =>
        text.AsSpan(start, Math.Min(end + 2, text.Length) - start) is "C/ " or "c/ " or "ul. " && end + 2 < text.Length && char.IsUpper(text[end + 2]);

    // "12 bis, rue de la Paix" or "221B Baker Street".
    private static int? End(string text, int at, Span<char> folded)
    {
        if (at < text.Length && char.IsLetter(text[at]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]))) at++;
        if (PastArticle(text, at, folded) is { } street) return French(text, street, isDoubtful: false);
        var (from, capitals, french, isDoubtful) = (at, 0, -1, false);
        for (var words = 0; words < MostWords + 2; words++)
        {
            var start = Word(text, at);
            if (start < 0) break;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-')) end++;
            var word = text.AsSpan(start, end - start);
            var known = word.Length <= folded.Length ? Cues.Fold(word, folded) : [];
            if (words == 0 && known is "bis" or "ter" or "quater") { at = end; continue; }
            if (words <= 1 && french < 0 && Is(Streets, known) && (capitals == 0 || words == 0)) (french, isDoubtful) = (end, Is(Doubtful, known));
            else if (french < 0 && words > 0 && capitals > 0 && Is(Endings, known) && char.IsUpper(word[0])) return end < text.Length && text[end] == '.' ? end + 1 : end;
            else if (french < 0 && words > 0 && EndsAsStreet(known) && char.IsUpper(word[0])) return HouseNumber(text, end);
            if (char.IsUpper(word[0])) capitals++;
            else if (french < 0 && (words > 0 || !char.IsDigit(word[0]))) break;
            at = end;
        }
        return french < 0 ? Small(text, from, folded) : French(text, french, isDoubtful);
    }

    // "10115 Berlin, Invalidenstraße 43": the number was a post code.
    private static int HouseNumber(string text, int end)
    {
        var stop = end + 1;
        while (stop < text.Length && stop - end < 5 && char.IsAsciiDigit(text[stop])) stop++;
        return end < text.Length && text[end] == ' ' && stop > end + 1 && (stop == text.Length || !char.IsLetterOrDigit(text[stop])) ? stop : end;
    }

    // "45 elm street"
    private static int? Small(string text, int from, Span<char> folded)
    {
        var at = from;
        for (var words = 0; words < 3; words++)
        {
            var start = Word(text, at);
            if (start != at + 1 || text[at] != ' ' || !char.IsAsciiLetter(text[start])) return null;
            at = start;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            var word = text.AsSpan(start, at - start);
            if (word.Length > folded.Length) continue;
            var known = Cues.Fold(word, folded);
            if (words > 0 && (Is(PlainEndings, known) || (Is(LivedEndings, known) && Cues.Before(text, from, Lived, words: 4)) || (Is(LastEndings, known) && IsLast(text, at) && IsLong(text, from)))) return at;
            if (Is(NoStreets, known)) return null;
        }
        return null;
    }

    // "742 evergreen terrace": two digits or more before it, and the sentence ends or pauses behind it.
    private static bool IsLong(string text, int from) => from > 1 && char.IsAsciiDigit(text[from - 1]) && char.IsAsciiDigit(text[from - 2]);

    private static bool IsLast(string text, int at) => at == text.Length || text[at] is '.' or ',' or '!' or ';' or '\n' or ')';

    // "12 de la rue Victor Hugo": where the word "rue" ends.
    private static int? PastArticle(string text, int at, Span<char> folded)
    {
        foreach (var article in Articles)
        {
            if (string.Compare(text, at, article, 0, article.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var (start, end) = (at + article.Length, at + article.Length);
            while (end < text.Length && end - start <= folded.Length && char.IsLetter(text[end])) end++;
            if (end == start || end - start > folded.Length) continue;
            var known = Cues.Fold(text.AsSpan(start, end - start), folded);
            if (Is(Streets, known) && !Is(Doubtful, known)) return end;
        }
        return null;
    }

    // The name goes on as long as it is one: "de la Paix", "du 8 mai 1945".
    private static int? French(string text, int from, bool isDoubtful)
    {
        var (at, last, words) = (from, -1, 0);
        while (words++ < MostWords)
        {
            var start = Word(text, at);
            if (start < 0 || (at < start && text.AsSpan(at, start - at).IndexOfAny(',', '\n') >= 0)) break;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-')) end++;
            var word = text.AsSpan(start, end - start);
            if (char.IsUpper(word[0]) || (word[0] is >= '1' and <= '9' && word.Length < 5) || word.ContainsAny('\'', '’')) last = end;
            else if (word is not ("de" or "du" or "des" or "la" or "le" or "les" or "aux" or "au" or "d" or "l" or "et" or "en" or "sur" or "mai" or "juin" or "novembre" or "bis" or "della" or "del" or "do" or "da" or "dos")) break;
            at = end;
        }
        // In small letters too, if it is short: "12 rue des lilas".
        if (last < 0 && !isDoubtful && Word(text, from) is var small and >= 0)
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
