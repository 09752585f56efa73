namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers of parts: behind one that is a part's, or behind some models, stands another of them.</summary>
internal static class ListedParts
{
    private const int Most = 8, LongestItem = 16, ShortestModel = 5, EnoughModels = 3, French = 10, Series = 4, FewestOfSeries = 7;

    private static readonly string[] Joining = [" and ", " or ", " & ", " et ", " ou "], Same = ["same as ", "identique à "];

    /// <summary>"4396508P, 46-9908, 4396510".</summary>
    public static bool IsAmong(string text, int start, Finds found) => IsAmong(text, start, Most, found);

    /// <summary>"Is this the same as 2972411400": of what else could that be asked.</summary>
    public static bool IsCompared(string text, int start)
    {
        foreach (var same in Same)
        {
            if (start >= same.Length && string.Compare(text, start - same.Length, same, 0, same.Length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        }
        return false;
    }

    private static bool IsAmong(string text, int start, int left, Finds found)
    {
        // "46-9908" is one of them as a whole.
        if (start > 1 && text[start - 1] == '-' && char.IsAsciiLetterOrDigit(text[start - 2])) start = Beginning(text, start - 1);
        return IsBehindOne(text, start, left, found) || IsBehindModels(text, start) || IsOfSeries(text, start, left, found);
    }

    private static bool IsBehindOne(string text, int start, int left, Finds found)
    {
        var end = Gap(text, start);
        // What was found is an order's number or a telephone, and no part.
        if (end > 0 && found.Covers(end - 1)) return false;
        var (at, digits, letters) = (end, 0, 0);
        while (at > 0 && end - at < LongestItem && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '-'))
        {
            if (char.IsAsciiDigit(text[--at])) digits++;
            else if (text[at] != '-') letters++;
        }
        if (end == start || at == end || digits < 4 || (letters == 0 && IsDate(text, at, end))) return false;
        // Ten digits are a part's where those before them are one's.
        return letters > 0 || (digits is >= 6 and <= 9 && text[at] != '0') || (digits >= 10 && left > 0 && IsAmong(text, at, left - 1, found));
    }

    // "2024-05-12"
    private static bool IsDate(string text, int start, int end)
    {
        if (!char.IsAsciiDigit(text[start])) return false;
        var run = DigitRun.Read(text, start);
        return Dates.Length(run, 0) is var groups and > 0 && run.EndOf(groups - 1) == end;
    }

    // "WF1CB, WF284, WFCB, WSF-1 04609906000": never what a telephone of France looks like, before which stand the doors of a house.
    private static bool IsBehindModels(string text, int start)
    {
        if (text[start] == '0' && Number(text, start).Length <= French) return false;
        var (models, at) = (0, start);
        for (var items = 0; items < Most && models < EnoughModels; items++)
        {
            var end = Gap(text, at);
            var from = end;
            var digits = 0;
            while (from > 0 && end - from < LongestItem && (char.IsAsciiLetterUpper(text[from - 1]) || char.IsAsciiDigit(text[from - 1]) || text[from - 1] == '-'))
            {
                if (char.IsAsciiDigit(text[--from])) digits++;
            }
            if (end == at || from == end || digits == end - from) return false;
            if (digits > 0 && end - from >= ShortestModel) models++;
            at = from;
        }
        return models == EnoughModels;
    }

    // "04609904000 and 04609014000": as long, and beginning alike.
    private static bool IsOfSeries(string text, int start, int left, Finds found)
    {
        foreach (var joining in Joining)
        {
            var end = start - joining.Length;
            if (left == 0 || end < 1 || string.CompareOrdinal(text, end, joining, 0, joining.Length) != 0) continue;
            var number = Number(text, start);
            var at = end;
            while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
            return number.Length >= FewestOfSeries && end - at == number.Length && text.AsSpan(at, Series).SequenceEqual(number[..Series]) && IsAmong(text, at, left - 1, found);
        }
        return false;
    }

    private static ReadOnlySpan<char> Number(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestItem && char.IsAsciiDigit(text[end])) end++;
        return text.AsSpan(start, end - start);
    }

    private static int Gap(string text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 3 && text[end - 1] is ' ' or ',' or ';' or '/') end--;
        return end;
    }

    private static int Beginning(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestItem && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return start;
    }
}
