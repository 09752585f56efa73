namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A number as it is checked: its letters and digits without the single signs people put between them.</summary>
internal static class Compact
{
    /// <summary>What stands between the parts of one number.</summary>
    public const string Joining = " -.\u00a0\u202f";

    /// <summary>The same, with what separates other things more often.</summary>
    public const string Loose = Joining + "/_,;:|*\n";

    /// <summary>Reads from a place on, as much as there is room for; gives how many.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="compact">Takes letters, as capitals, and digits.</param>
    /// <param name="ends">Takes where each of them ends.</param>
    /// <param name="signs">What may stand between.</param>
    public static int Read(string text, int from, Span<char> compact, Span<int> ends, string signs = Joining)
    {
        var length = 0;
        for (var i = from; i < text.Length && length < compact.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                compact[length] = char.ToUpperInvariant(text[i]);
                ends[length++] = i + 1;
            }
            else if (!signs.Contains(text[i]) || i + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])) break;
        }
        return length;
    }
}
