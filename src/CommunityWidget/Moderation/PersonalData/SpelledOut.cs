namespace CommunityWidget.Moderation.PersonalData;

/// <summary>One sign that is written in several, so that no program knows an address: <c>82[.]64</c>, <c>82 . 64</c>, <c>jane&amp;#64;mail.example</c>.</summary>
internal static class SpelledOut
{
    private static readonly string[] Ats = ["&#64;", "&#x40;", "&#064;", "&commat;"], Dots = ["[.]", "(.)", "{.}", " . ", "[dot]", "(dot)"];

    /// <summary>How long it is that begins at a place, and what it means; 0 where none does.</summary>
    public static int Length(string text, int at, out char meant)
    {
        meant = '@';
        if (text[at] == '&') return Longest(text, at, Ats);
        meant = '.';
        if (at == 0 || text[at] is not ('[' or '(' or '{' or ' ') || Longest(text, at, Dots) is not (> 0 and var length) || at + length >= text.Length) return 0;
        // Between words a full stop stands apart too, and so does what is in brackets.
        var (before, after) = (text[at - 1], text[at + length]);
        if (text[at] == ' ') return JoinedNumbers.Are(text, at, length) ? length : 0;
        return char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) ? length : 0;
    }

    private static int Longest(string text, int at, string[] written)
    {
        foreach (var one in written)
        {
            if (string.Compare(text, at, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0) return one.Length;
        }
        return 0;
    }
}
