namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers that states give to people, each known by the word before it and by its own shape: a 9 stands for a digit, an A for a letter.</summary>
internal static class NationalIds
{
    private const int Reach = 32;

    private const string British = "AA999999A";

    // Makers, of whose printers and ovens the numbers are.
    private static readonly HashSet<string> Two = ["HP", "GE", "LG"];

    private static readonly (HashSet<string> Called, string[] Shapes)[] Known =
    [
        (["ni", "nino"], [British]), (["bsn"], ["999999999"]), (["pesel"], ["99999999999"]), (["dni"], ["99999999A"]), (["nie"], ["A9999999A"]), (["nif"], ["999999999", "99999999A", "A9999999A"]),
        (["personnummer"], ["9999999999", "999999999999"]), (["pps", "ppsn"], ["9999999A", "9999999AA"]), (["codice", "fiscale"], ["AAAAAA99A99A999A"]),
    ];

    private static readonly HashSet<string> Sure = ["nino", "my", "his", "her", "their", "number", "no", "nr"];

    /// <summary>How many letters and digits one has that begins at a place; 0 when none does.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="start">The place.</param>
    /// <param name="compact">What stands from there on, without signs between.</param>
    /// <param name="ends">Where each of them ends.</param>
    public static int Length(string text, int start, ReadOnlySpan<char> compact, ReadOnlySpan<int> ends)
    {
        foreach (var (called, shapes) in Known)
        {
            foreach (var shape in shapes)
            {
                if (Has(text, compact, ends, shape) && Cues.Before(text, start, called, words: 4, within: Reach) && (shape != British || IsCalledBritish(text, start))) return shape.Length;
            }
        }
        return 0;
    }

    /// <summary>"JC 123456 D": in three parts and capitals and nothing else, with what Britain's may begin with. Beside other words it is a model.</summary>
    public static bool IsBritishInParts(string text, int start, ReadOnlySpan<char> compact, ReadOnlySpan<int> ends) =>
        Has(text, compact, ends, British) && ends[8] - start == 11 && ends[7] - ends[2] == 5 && text[start..(start + 2)] is var two && two == two.ToUpperInvariant() && char.IsAsciiLetterUpper(text[ends[8] - 1])
        && compact[8] is >= 'A' and <= 'D' && !"DFIQUV".Contains(compact[0]) && !"DFIOQUV".Contains(compact[1]) && !Two.Contains(two) && IsAll(text, start, ends[8]);

    private static bool IsAll(string text, int start, int end)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((i < start || i >= end) && char.IsLetterOrDigit(text[i])) return false;
        }
        return true;
    }

    // "ni" is a word in French, unless it is in capitals or somebody's: "my ni is".
    private static bool IsCalledBritish(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        return Cues.Before(text, start, Sure, words: 4, within: Reach) || before.Contains("NI", StringComparison.Ordinal);
    }

    private static bool Has(string text, ReadOnlySpan<char> compact, ReadOnlySpan<int> ends, string shape)
    {
        if (compact.Length < shape.Length || (ends[shape.Length - 1] is var end && end < text.Length && char.IsLetterOrDigit(text[end]))) return false;
        for (var i = 0; i < shape.Length; i++)
        {
            if (char.IsAsciiDigit(compact[i]) != (shape[i] == '9')) return false;
        }
        return true;
    }
}
