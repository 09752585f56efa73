namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A number as it is checked: its letters and digits without the single signs people put between them.</summary>
internal static class Compact
{
    /// <summary>Reads from a place on, as much as there is room for; gives how many.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="compact">Takes letters, as capitals, and digits.</param>
    /// <param name="ends">Takes where each of them ends.</param>
    public static int Read(string text, int from, Span<char> compact, Span<int> ends)
    {
        var length = 0;
        for (var i = from; i < text.Length && length < compact.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                compact[length] = char.ToUpperInvariant(text[i]);
                ends[length++] = i + 1;
            }
            else if (text[i] is not (' ' or '-' or '.' or '\u00a0' or '\u202f') || i + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])) break;
        }
        return length;
    }
}
