namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What a firm is called and no family is: a word of trade, two words in one, a short name in capitals before a word of trade, a host.</summary>
internal static class FirmNames
{
    private const int LongestBeginning = 4, Longest = 16;

    private static readonly HashSet<string> Trades = ["filters", "equipment", "systems", "appliances", "decor", "store", "shop", "inc", "llc", "ltd", "corp", "company", "group", "sarl", "gmbh"];

    // "VanderMeer", "DellaRosa"
    private static readonly HashSet<string> Families =
        new(StringComparer.OrdinalIgnoreCase) { "vande", "vanden", "vander", "vandel", "vonder", "della", "delle", "dello", "degli", "saint", "sainte", "santa", "monte", "villa" };

    private static readonly HashSet<string> Endings = ["com", "net", "org", "fr", "eu", "shop", "example"];

    public static bool IsTrade(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        return word.Length <= Longest && Trades.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(word, folded));
    }

    /// <summary>Whether a word that would be a family's name is a firm's.</summary>
    public static bool Is(string text, int start, int end) =>
        IsTrade(text.AsSpan(start, end - start)) || IsGlued(text.AsSpan(start, end - start)) || IsHost(text, end) || IsShort(text, start, end);

    // "FiltersAmerica"; "MacArthur" and "FitzGerald" begin with fewer letters.
    private static bool IsGlued(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i])) return i > LongestBeginning && char.IsLower(word[i - 1]) && !Families.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..i]);
        }
        return false;
    }

    // "Goedekers.com"
    private static bool IsHost(string text, int end)
    {
        var stop = end + 1;
        while (stop < text.Length && stop - end <= Longest && char.IsLetter(text[stop])) stop++;
        return end < text.Length && text[end] == '.' && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(end + 1, stop - end - 1));
    }

    // "AFW Filters": three or four capitals that nobody could say as a name.
    private static bool IsShort(string text, int start, int end)
    {
        if (end - start is not (3 or 4) || text.AsSpan(start, end - start).ContainsAnyExceptInRange('A', 'Z') || text.AsSpan(start + 1, end - start - 1).ContainsAny("AEIOUY")) return false;
        var stop = end + 1;
        while (stop < text.Length && stop - end <= Longest && char.IsLetter(text[stop])) stop++;
        return end < text.Length && text[end] == ' ' && IsTrade(text.AsSpan(end + 1, stop - end - 1));
    }
}
