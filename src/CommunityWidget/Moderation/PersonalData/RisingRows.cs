namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers that rise by a little each: sizes, months and chapters, and no telephone.</summary>
internal static class RisingRows
{
    private const int MostStep = 20, Longest = 4;

    /// <param name="text">Where they stand.</param>
    /// <param name="starts">Where each of them begins.</param>
    /// <param name="ends">Where it ends.</param>
    public static bool Are(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        var before = -1;
        for (var i = 0; i < starts.Length; i++)
        {
            if (ends[i] - starts[i] > Longest || !int.TryParse(text.AsSpan(starts[i], ends[i] - starts[i]), out var number)) return false;
            if (before >= 0 && (number <= before || number > before + MostStep)) return false;
            before = number;
        }
        return true;
    }
}
