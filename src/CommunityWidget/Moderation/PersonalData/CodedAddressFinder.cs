namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Addresses whose street is called like nothing else: a house number beside some words, then a comma, a post code and a town.</summary>
internal sealed class CodedAddressFinder : IDataFinder
{
    private const int MostWords = 7, LongestNumber = 5;

    private static readonly HashSet<string> Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];

    public void Find(string text, Finds found)
    {
        for (var comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(',', comma + 1))
        {
            found.Steps++;
            if (comma + 2 >= text.Length || text[comma + 1] is not (' ' or '\n') || CodeEnd(text, comma + 2) is not { } code) continue;
            var town = TownEnd(text, code);
            found.Steps += town - comma;
            if (town == code || Start(text, comma, found) is not { } start) continue;
            found.Add(new(start, town - start, DataKinds.Address));
            comma = town - 1;
        }
    }

    // "75002", "1017 GC", "X0A 0C0"
    private static int? CodeEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - at is 4 or 5 && end < text.Length && text[end] == ' ') return end;
        return at + 7 < text.Length && text[at + 3] == ' ' && IsCanadian(text.AsSpan(at, 7)) && !char.IsLetterOrDigit(text[at + 7]) ? at + 7 : null;
    }

    private static bool IsCanadian(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (i != 3 && (i is 0 or 2 or 5 ? !char.IsAsciiLetter(code[i]) : !char.IsAsciiDigit(code[i]))) return false;
        }
        return true;
    }

    private static int TownEnd(string text, int code)
    {
        var (at, end) = (code, code);
        for (var words = 0; words < 5 && at + 2 < text.Length && text[at] == ' '; words++)
        {
            var start = at + (text[at + 1] == '(' ? 2 : 1);
            if (!char.IsUpper(text[start])) break;
            at = start;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '\'' or '’' or '.')) at++;
            // A model has digits, a town has small letters or is longer than a mark.
            var word = text.AsSpan(start, at - start);
            if (word.ContainsAnyInRange('0', '9') || (words == 0 && word.Length < 3) || Cues.IsGoods(word)) break;
            end = at < text.Length && text[at] == ')' ? ++at : at;
        }
        while (end > code && text[end - 1] == '.') end--;
        return end;
    }

    // Back over the words of the street, to a house number before or behind them.
    private static int? Start(string text, int comma, Finds found)
    {
        var (at, words, numberLast, lowest) = (comma, 0, false, -1);
        // "2 of them, 2014 Ford": as likely a year.
        var isYear = text.AsSpan(comma + 2) is ['1', '9', _, _, ' ', ..] or ['2', '0', _, _, ' ', ..];
        while (words <= MostWords && at > 0)
        {
            var end = at;
            while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '\'' or '’' or '-' or '/')) at--;
            var word = text.AsSpan(at, end - at);
            found.Steps += word.Length + 1;
            if (word.Length == 0 || Cues.IsGoods(word)) break;
            if (numberLast && Months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return null;
            var isNumber = word.Length <= LongestNumber && char.IsAsciiDigit(word[0]) && (char.IsAsciiDigit(word[^1]) || word.Length < 5 && char.IsAsciiLetter(word[^1]) && char.IsAsciiDigit(word[^2]));
            if (words == 0 && isNumber) numberLast = true;
            else if (isNumber && !numberLast) return words > 0 && !isYear ? at : null;
            else if (numberLast && char.IsUpper(word[0]) && word.Length > 1) lowest = at;
            else if (numberLast && (lowest < 0 || word.Length > 3)) break;
            words++;
            if (at == 0 || text[at - 1] != ' ') break;
            at--;
        }
        return numberLast && lowest >= 0 ? Past(text, lowest) : null;
    }

    // "Send it to Im Sandbüel 45": what is asked is no part of it.
    private static int Past(string text, int start)
    {
        var to = text.IndexOf(" to ", start, Math.Min(16, text.Length - start), StringComparison.Ordinal);
        return to < 0 ? start : to + 4;
    }
}
