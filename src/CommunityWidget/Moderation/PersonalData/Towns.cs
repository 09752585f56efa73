namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What follows a street: ", 75002 Paris", ", London SW1A 1AA", a post code with a name beside it, in small letters too; or a town's name alone.</summary>
internal static class Towns
{
    private const int LongestTail = 90, Code = 5, MostSmall = 3, LongestSmall = 16, State = 2;

    // Where a sentence goes on behind an address.
    private static readonly HashSet<string> GoesOn =
    [
        "i", "you", "he", "she", "it", "we", "they", "my", "your", "and", "or", "but", "if", "is", "are", "was", "do", "does", "can", "could", "will", "would", "please", "thanks", "thank", "when", "what", "where", "why", "how", "who", "by", "for", "from", "with", "before", "after", "since",
        "because", "so", "not", "no", "yes", "the", "a", "an", "this", "that", "there", "to", "today", "tomorrow", "order", "number", "at", "until", "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "mon", "ma", "mes", "votre", "vos", "et", "ou", "mais", "si", "est", "sont", "pouvez", "peut", "merci",
        "svp", "stp", "pour", "par", "avec", "sans", "avant", "apres", "depuis", "car", "donc", "pas", "ne", "non", "oui", "un", "une", "ce", "cette", "que", "qui", "quand", "comment", "pourquoi", "demain", "commande", "numero", "bonjour", "j", "c", "n", "m", "ca", "code", "chez",
    ];

    private static readonly HashSet<string> Rooms = ["apt", "apartment", "unit", "suite", "ste", "flat", "appt", "appartement", "bat", "batiment", "etage", "lot", "piso"];

    // Parts of a town's name that are none alone.
    private static readonly HashSet<string> Within = ["saint", "sainte", "st", "ste", "la", "le", "les", "l", "d", "de", "du", "des", "en", "sur", "sous", "aux", "lez"];

    /// <summary>Up to where the town goes that follows a street; the same place where none does.</summary>
    public static int After(string text, int from)
    {
        from = Units(text, from);
        var (at, end, codes, names, isBritish) = (from, from, 0, 0, false);
        while (at < text.Length && at - from < LongestTail)
        {
            var start = at;
            while (start < text.Length && start - at < 3 && text[start] is ' ' or ',' or '\n' or '-' or '(' or ')') start++;
            if (start >= text.Length || !char.IsLetterOrDigit(text[start])) break;
            var stop = start;
            while (stop < text.Length && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '\'' or '’')) stop++;
            var word = text.AsSpan(start, stop - start);
            // "111 22" is one code, and "SW1A 2AA".
            if (word.ContainsAnyInRange('0', '9') && (word.Length is >= 3 and <= 10 || (codes == 1 && at == end && word.Length == 2)))
            {
                isBritish |= codes++ == 1 && at == end && word is [>= '0' and <= '9', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];
            }
            else if (char.IsUpper(word[0]) && names++ < 5) { }
            else break;
            if (codes > 0) end = stop;
            at = stop;
        }
        if ((codes > 0 && names > 0) || isBritish) return end;
        return Small(text, from) is { } small ? small : Alone(text, from);
    }

    // " Apt 4", ", 3º A": where in the house.
    private static int Units(string text, int from)
    {
        var start = from;
        while (start < text.Length && start - from < 2 && text[start] is ' ' or ',') start++;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        if (start == from || end == start) return from;
        var isFloor = end - start is 2 or 3 && char.IsAsciiDigit(text[start]) && text[end - 1] is 'º' or 'ª';
        if (!isFloor && !Is(Rooms, text.AsSpan(start, end - start))) return from;
        if (end < text.Length && text[end] == '.') end++;
        var next = end < text.Length && text[end] == ' ' ? end + 1 : end;
        var last = next;
        while (last < text.Length && last - next < 5 && char.IsLetterOrDigit(text[last])) last++;
        var isNumber = last > next && (last == next + 1 || char.IsAsciiDigit(text[next])) && (last == text.Length || !char.IsLetterOrDigit(text[last]));
        return isNumber ? last : isFloor ? end : from;
    }

    // " 75012 paris", ", springfield il 62701": a code of five digits, and a few words behind it or before it.
    private static int? Small(string text, int from)
    {
        var at = Next(text, from);
        if (CodeEnd(text, at) is { } first) return Words(text, first);
        for (var words = 0; words <= MostSmall; words++)
        {
            var end = WordEnd(text, at);
            var code = CodeEnd(text, Next(text, end));
            // "il" is a state right before a code.
            if (end == at || (IsOther(text.AsSpan(at, end - at)) && !(code is not null && end - at == State))) return null;
            if (code is not null) return code;
            at = Next(text, end);
        }
        return null;
    }

    // One that counts, with what belongs to it ("villefranche sur saone"); or two where the sentence ends behind them: "paris lave-vaisselle en panne" is a town and a fault.
    private static int Words(string text, int code)
    {
        var (at, end, words, isWithin, isJoined) = (code, code, 0, false, false);
        while (words < MostSmall && at < text.Length && text[at] == ' ')
        {
            var (before, stop) = (at, WordEnd(text, ++at));
            if (stop == at || IsOther(text.AsSpan(at, stop - at))) return end;
            isWithin = Is(Within, text.AsSpan(at, stop - at));
            if (isWithin) isJoined |= before == end;
            else if (words++ == 0 || isJoined) (end, isJoined) = (stop, false);
            at = stop;
        }
        return words == 2 && !isWithin && (at == text.Length || text[at] is '.' or ',' or '!' or '?' or ';' or '\n' or ')') ? at : end;
    }

    private static int Next(string text, int at)
    {
        var start = at;
        while (start < text.Length && start - at < 3 && text[start] is ' ' or ',' or '\n' or '-' or '(') start++;
        return start > at ? start : text.Length;
    }

    private static int? CodeEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at == Code && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : null;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
        return at;
    }

    private static bool IsOther(ReadOnlySpan<char> word) => Cues.IsGoods(word) || Is(GoesOn, word);

    private static bool Is(HashSet<string> words, ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestSmall];
        return word.Length <= LongestSmall && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(word, folded));
    }

    // ", London." and " à Lyon": a name and nothing more.
    private static int Alone(string text, int from)
    {
        var isSaid = from + 3 < text.Length && text.AsSpan(from, 3) is " à ";
        if (!isSaid && (from + 2 >= text.Length || text[from] != ',' || text[from + 1] != ' ')) return from;
        var (at, end) = (from + (isSaid ? 3 : 2), from);
        while (at < text.Length && at - from < LongestTail && char.IsUpper(text[at]))
        {
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' or '\'' or '’')) at++;
            end = at;
            if (at < text.Length && text[at] == ' ') at++;
        }
        return isSaid || end >= text.Length || text[end] is '.' or ',' or '!' or '?' or ';' or '\n' or ')' ? end : from;
    }
}
