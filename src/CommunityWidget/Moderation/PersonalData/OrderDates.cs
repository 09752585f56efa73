using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>When something was ordered, said before its number: "du 12 mars, n° 7839201", "from Monday is 7839201".</summary>
internal static class OrderDates
{
    private const int Short = 4, LastDay = 31;

    private static readonly HashSet<string> Words =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "janv", "fevr", "avr", "juil",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "yesterday", "today", "hier", "aujourd", "hui", "week", "month", "semaine", "derniere", "dernier", "last", "th", "st", "nd", "rd", "1er", "1st", "2nd", "3rd",
    ];

    // What numbers of four digits are given to.
    private static readonly HashSet<string> Numbered = ["order", "commande", "cmd", "invoice", "facture", "dossier", "ticket", "reservation", "booking"];

    private static readonly HashSet<string> Whose = ["my", "our", "your", "the", "this", "ma", "mon", "notre", "votre", "la", "cette", "sa", "de"];

    private static readonly HashSet<string> Number = ["number", "no", "nr", "num", "numero", "n"];

    /// <summary>True for a day, a month, a year, or all of them.</summary>
    public static bool Is(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (char.IsAsciiDigit(word[0]) && IsDate(word)) return true;
        if (word.Length > 4 && char.IsAsciiDigit(word[0]) || word.Length > folded.Length) return false;
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(word, folded)) || (char.IsAsciiDigit(word[0]) && word.EndsWith("th", StringComparison.Ordinal));
    }

    /// <summary>True for what a date follows, and no number by itself: "an order of 20000".</summary>
    public static bool Opens(ReadOnlySpan<char> word) => word is "on" or "of" or "from";

    /// <summary>Four digits count where they are called a number, or where it is somebody's order: no year, and no round amount.</summary>
    public static bool IsShort(string text, int called, int from, int at, int end)
    {
        var word = text.AsSpan(at, end - at);
        if (word.Length != Short || word.ContainsAnyExceptInRange('0', '9') || IsYear(word)) return false;
        Span<char> folded = stackalloc char[16];
        if (!Numbered.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(text.AsSpan(called, from - called), folded))) return false;
        if (text.AsSpan(from, at - from).ContainsAny('#', '°', 'º') || Cues.Before(text, at, Number, words: 1)) return true;
        return !word.EndsWith("00", StringComparison.Ordinal) && (IsFirst(text, called) || Cues.Before(text, called, Whose, words: 1));
    }

    // A date, or a day of one: "12", "2024", "12/03", "12-03-2024".
    private static bool IsDate(ReadOnlySpan<char> word)
    {
        var parts = 0;
        foreach (var range in word.SplitAny('/', '-', '.'))
        {
            var part = word[range];
            if (++parts > 3 || part.IsEmpty || part.ContainsAnyExceptInRange('0', '9') || !(part.Length <= 2 && int.Parse(part, CultureInfo.InvariantCulture) <= LastDay || IsYear(part))) return false;
        }
        return true;
    }

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && (word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal));

    // Nothing before it in its sentence.
    private static bool IsFirst(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at == 0 || text[at - 1] is '.' or ',' or ':' or '!' or '?' or ';' or '\n' or '(';
    }
}
