namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What follows a street: ", 75002 Paris", ", London SW1A 1AA", a post code with a name beside it; or a town's name alone.</summary>
internal static class Towns
{
    private const int LongestTail = 90;

    /// <summary>Up to where the town goes that follows a street; the same place where none does.</summary>
    public static int After(string text, int from)
    {
        var (at, end, codes, names) = (from, from, 0, 0);
        while (at < text.Length && at - from < LongestTail)
        {
            var start = at;
            while (start < text.Length && start - at < 3 && text[start] is ' ' or ',' or '\n' or '-' or '(' or ')') start++;
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
        return codes > 0 && names > 0 ? end : Alone(text, from);
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
