using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Import.Understanding;

/// <summary>The name under which somebody who is no member here is shown: never an e-mail address, and a full name only where somebody said so.</summary>
public static class Pseudonym
{
    public static string? Of(string? typed, bool full)
    {
        if (typed is null) return null;
        var words = PlainText.Of(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Any(word => word.Contains('@') || word.Contains('\uFFFD') || word.Count(char.IsAsciiDigit) > 5)) return null;
        var name = full || words.Length == 1 || !words.All(IsName) ? string.Join(' ', words) : $"{words[0]} {words[^1][..Letter(words[^1])]}.";
        if (name.EnumerateRunes().Count() > Limits.NameCodePoints) name = words[0];
        return MessageText.CleanName(name)?.Value;
    }

    // "Jean Dupont" and "JEAN DUPONT" are names of people, "kettle fan 42" is what somebody calls themselves.
    private static bool IsName(string word) => char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.');

    private static int Letter(string word) => char.IsHighSurrogate(word[0]) ? 2 : 1;
}
