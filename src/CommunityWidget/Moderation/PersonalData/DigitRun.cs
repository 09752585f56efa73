namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Digits with what people put between them: one run, in groups. At most <see cref="MostGroups"/> of them: longer rows of numbers are no number.</summary>
internal struct DigitRun
{
    public const int MostGroups = 12, MostDigits = 40;

    private readonly string _text;
    private Groups _starts, _lengths;

    private DigitRun(string text) => _text = text;

    public int Count { get; private set; }

    /// <summary>How many digits there are in all.</summary>
    public int Digits { get; private set; }

    public readonly int Start => _starts[0];

    public readonly int End => _starts[Count - 1] + _lengths[Count - 1];

    public readonly int StartOf(int group) => _starts[group];

    public readonly int EndOf(int group) => _starts[group] + _lengths[group];

    public readonly int LengthOf(int group) => _lengths[group];

    public readonly ReadOnlySpan<char> this[int group] => _text.AsSpan(_starts[group], _lengths[group]);

    /// <summary>What stands between a group and the next: its first sign, or nothing.</summary>
    public readonly char Between(int group) => _text[EndOf(group)];

    /// <summary>True when the same single sign stands between all groups of a part.</summary>
    public readonly bool IsEven(int from, int to)
    {
        for (var i = from; i < to - 1; i++)
        {
            if (StartOf(i + 1) - EndOf(i) != 1 || Between(i) != Between(from)) return false;
        }
        return true;
    }

    /// <summary>The digits of some groups, one after another.</summary>
    public readonly ReadOnlySpan<char> Join(int from, int to, Span<char> into)
    {
        var length = 0;
        for (var i = from; i < to && length + _lengths[i] <= into.Length; i++)
        {
            this[i].CopyTo(into[length..]);
            length += _lengths[i];
        }
        return into[..length];
    }

    public readonly int DigitsIn(int from, int to)
    {
        var all = 0;
        for (var i = from; i < to; i++) all += _lengths[i];
        return all;
    }

    /// <summary>The run that begins with the digit at <paramref name="at"/>.</summary>
    public static DigitRun Read(string text, int at)
    {
        var run = new DigitRun(text);
        var i = at;
        while (run.Count < MostGroups && run.Digits < MostDigits)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            // "12V" ends before the V: what has a letter on it, and no whole word, is no number of this kind.
            if (i < text.Length && char.IsLetter(text[i]) && run.Count > 0 && !IsExtension(text, i) && !GluedNumbers.WordFollows(text, i)) break;
            run._starts[run.Count] = start;
            run._lengths[run.Count++] = i - start;
            run.Digits += i - start;
            var next = i;
            while (next < text.Length && next - i < 3 && IsBetween(text[next])) next++;
            if (next == i || next >= text.Length || !char.IsAsciiDigit(text[next]) || !IsPlausible(text.AsSpan(i, next - i))) break;
            i = next;
        }
        return run;
    }

    // "1. 2": the end of a sentence; ") (", "- " and the like belong to numbers.
    private static bool IsPlausible(ReadOnlySpan<char> between) =>
        between.Length == 1 || between is ") " or " -" or ")-" or " (" or "-(" or " - " or ") (" or " / " or "/ " or ")." or ").(" or ")(" or " – ";

    private static bool IsExtension(string text, int at) => text[at] is 'x' or 'X' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool IsBetween(char c) => c is ' ' or '.' or '-' or '/' or '(' or ')' or '\u00a0' or '\u202f' or '\u2011' or '\u2010' or '–';

    [System.Runtime.CompilerServices.InlineArray(MostGroups)]
    private struct Groups
    {
        private int _first;
    }
}
