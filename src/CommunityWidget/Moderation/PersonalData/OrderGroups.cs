namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A number of an order, a parcel or an account that is written in groups: "4029 3577 33", "112-9493472 8849067".</summary>
internal static class OrderGroups
{
    private const int Shortest = 3, Fewest = 7, MostDigits = 34, SurelyPart = 3, LongestWord = 16, Year = 4, KeyOfAccount = 11;

    private static readonly HashSet<string> Parcels = new(StringComparer.OrdinalIgnoreCase) { "colis", "parcel", "parcels", "package", "packages", "paquet", "shipment" };

    // What a sentence goes on with behind a number; any other word says what a number counts: "104233 12 pièces".
    private static readonly HashSet<string> GoesOn =
    [
        "is", "was", "has", "had", "hasn", "isn", "wasn", "are", "were", "will", "did", "didn", "does", "doesn", "not", "never", "still", "and", "or", "but", "where", "when", "why", "how", "who", "what", "please", "thanks", "thank", "i", "we", "you", "my", "the", "it", "that", "this",
        "for", "from", "with", "at", "by", "on", "in", "to", "of", "placed", "came", "can", "could", "n", "est", "a", "ai", "avait", "etait", "sera", "pas", "toujours", "jamais", "et", "ou", "mais", "quand", "pourquoi", "comment", "qui", "que", "svp", "stp", "merci", "je", "nous", "vous", "il", "elle",
        "ma", "mon", "mes", "le", "la", "les", "de", "du", "pour", "avec", "chez", "passee", "recue", "arrivee", "livree", "ne",
    ];

    /// <summary>Up to where it goes whose first group ends at a place: that place where there is no other group.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="start">Where the first group begins.</param>
    /// <param name="first">Where it ends.</param>
    /// <param name="isAlone">The first group is a number by itself, so that what stands behind it need be no part of it.</param>
    public static int End(string text, int start, int first, bool isAlone)
    {
        var end = first;
        if (!char.IsAsciiDigit(text[first - 1])) return end;
        var sign = "";
        while (end - start < MostDigits)
        {
            var from = Past(text, end);
            var to = from;
            while (to < text.Length && char.IsAsciiDigit(text[to])) to++;
            if (from == end || to == from || IsOther(text, from, to, isAlone)) break;
            if (isAlone && (!MayFollow(text, end, from, to) || (sign.Length > 0 && !text.AsSpan(end, from - end).SequenceEqual(sign)))) break;
            sign = text[end..from];
            end = to;
        }
        return end;
    }

    /// <summary>Whether groups are a number of which the first alone is none: years, days and amounts are none.</summary>
    public static bool IsNumber(ReadOnlySpan<char> first, ReadOnlySpan<char> others)
    {
        if (first.Length < Shortest || first.ContainsAnyExceptInRange('0', '9')) return false;
        var digits = first.Length;
        foreach (var c in others) digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= Fewest && !others.EndsWith("00", StringComparison.Ordinal);
    }

    /// <summary>"1985 5678 9012": what would be a year has as many digits as the two groups behind it.</summary>
    public static bool IsNoYear(ReadOnlySpan<char> first, ReadOnlySpan<char> others) =>
        first.Length == Year && others.Length >= 2 * (Year + 1) && !first.ContainsAnyExceptInRange('0', '9') && !others[1..(Year + 1)].ContainsAnyExceptInRange('0', '9') && !others[(Year + 2)..(2 * (Year + 1))].ContainsAnyExceptInRange('0', '9');

    /// <summary>"Colis 120 80 40": how large it is.</summary>
    public static bool IsSize(string called, ReadOnlySpan<char> first, ReadOnlySpan<char> others)
    {
        var second = others.Length > 1 ? others[1..].IndexOfAnyExceptInRange('0', '9') : -1;
        if (first.Length is not (2 or 3) || second is not (2 or 3) || !Parcels.Contains(called)) return false;
        var third = others[(second + 2)..];
        return third.Length is 2 or 3 && !third.ContainsAnyExceptInRange('0', '9');
    }

    // No part of a number that is whole: years, parts of days and of amounts. The two digits at the end of a French account's are one.
    private static bool MayFollow(string text, int end, int from, int to)
    {
        if (to < text.Length - 1 && text[to] is '.' or ',' or '-' or '/' && char.IsAsciiDigit(text[to + 1])) return false;
        if (to - from == 2) return Digits(text, end) >= KeyOfAccount;
        return to - from >= SurelyPart && !(to - from == Year && text.AsSpan(from, 2) is "19" or "20" && !(to + 1 < text.Length && char.IsAsciiDigit(text[to + 1])));
    }

    // Those that stand right before a place.
    private static int Digits(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        return end - start;
    }

    private static int Past(string text, int end)
    {
        if (string.CompareOrdinal(text, end, " - ", 0, 3) == 0) return end + 3;
        return end < text.Length && text[end] is ' ' or '-' or '.' or '\u00a0' or '\u202f' ? end + 1 : end;
    }

    // A size, a date, or what counts something.
    private static bool IsOther(string text, int from, int to, bool isAlone)
    {
        if (Units.Follow(text, to) || (to < text.Length && (char.IsLetter(text[to]) || (text[to] is '/' or ',' or ':' && to + 1 < text.Length && char.IsAsciiDigit(text[to + 1]))))) return true;
        if (to - from >= (isAlone ? Year : SurelyPart) || to >= text.Length || text[to] is not (' ' or '\u00a0')) return false;
        var (start, end) = (to + 1, to + 1);
        while (end < text.Length && end - start < LongestWord && char.IsLetter(text[end])) end++;
        Span<char> folded = stackalloc char[LongestWord];
        return end > start && !GoesOn.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(text.AsSpan(start, end - start), folded));
    }
}
