using System.Buffers;

namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// Keys and order numbers, by their shape: <c>08e39945</c>, a UUID, <c>A55-10423</c>. A program drew their letters and digits; read as letters in disguise, some of them insult.
/// Whoever disguises a word goes by what its digits look like, and has no use for a 2 or a 6.
/// </summary>
internal static class WrittenIds
{
    private const int FewestOfHex = 8, FewestOfOthers = 10, MostBesideNumber = 4, FewestOfNumber = 3, FewestOfLongNumber = 5, FewestDigits = 3, FewestTurns = 4, Longest = 64;

    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>True when a word of letters and digits is one, or part of one.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="from">Where the word begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="steps">Grows with every look at a letter.</param>
    public static bool Holds(string text, int from, int to, ref int steps)
    {
        var word = text.AsSpan(from, to - from);
        steps += word.Length;
        if (word.Length > Longest || word.ContainsAnyExcept(Plain)) return false;
        return IsHex(word) || IsHex(Whole(text, from, to, ref steps)) || IsDrawn(word) || (word.Length <= MostBesideNumber && IsBesideNumber(text, from, to));
    }

    // With what hangs on it by dashes.
    private static ReadOnlySpan<char> Whole(string text, int from, int to, ref int steps)
    {
        var (start, end) = (from, to);
        while (start > 0 && to - start < Longest && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '-')) start--;
        while (end < text.Length && end - from < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-')) end++;
        steps += end - start;
        return text.AsSpan(start, end - start);
    }

    // Letters and digits by turns: "fade2026" is a word with a year. Dashes stand in it where a UUID has them.
    private static bool IsHex(ReadOnlySpan<char> whole)
    {
        var (signs, turns, first, before, dashes) = (0, 0, '\0', '\0', 0);
        foreach (var c in whole)
        {
            if (c == '-')
            {
                dashes++;
                continue;
            }
            if (!char.IsAsciiHexDigit(c)) return false;
            if (signs++ == 0) first = c;
            else if (char.IsAsciiDigit(c) != char.IsAsciiDigit(before)) turns++;
            before = c;
        }
        if (dashes > 0 && !(dashes == 4 && signs == 32 && whole[8] == '-' && whole[13] == '-' && whole[18] == '-')) return false;
        return signs >= FewestOfHex && (turns > 1 || (turns == 1 && char.IsAsciiDigit(first)));
    }

    private static bool IsDrawn(ReadOnlySpan<char> word)
    {
        if (word.Length < FewestOfOthers || (word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z'))) return false;
        var (turns, at) = (0, word.IndexOfAny('2', '6'));
        for (var i = 1; i < word.Length; i++)
        {
            // A word with a year behind it has one.
            if (char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1])) turns++;
        }
        return turns >= FewestTurns && Digits(word) >= FewestDigits && at >= 0 && word[at..].IndexOfAnyExceptInRange('0', '9') > 0;
    }

    // "A55-10423", "2026/A55", and not "c0n-123": a word in disguise needs few digits, and no long number.
    private static bool IsBesideNumber(string text, int from, int to)
    {
        var (start, end) = (from - 1, to + 1);
        while (start > 0 && from - start <= Longest && char.IsAsciiDigit(text[start - 1])) start--;
        while (end < text.Length && end - to <= Longest && char.IsAsciiDigit(text[end])) end++;
        var fewest = Digits(text.AsSpan(from, to - from)) > 1 ? FewestOfNumber : FewestOfLongNumber;
        return (from > 0 && Joins(text[from - 1]) && from - 1 - start >= fewest && (start == 0 || !char.IsLetter(text[start - 1])))
            || (to < text.Length && Joins(text[to]) && end - to - 1 >= fewest && (end >= text.Length || !char.IsLetter(text[end])));
    }

    private static int Digits(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
        }
        return digits;
    }

    private static bool Joins(char c) => c is '-' or '_' or '/';
}
