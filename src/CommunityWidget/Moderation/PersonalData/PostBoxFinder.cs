namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Boxes at a post office, hamlets without a street, and the post code and town behind them.</summary>
internal sealed class PostBoxFinder : IDataFinder
{
    private static readonly string[] Boxes = ["po box ", "p.o. box ", "p.o.box ", "p o box ", "post office box ", "bp ", "b.p. ", "boîte postale ", "cs ", "postfach ", "postbus ", "apartado ", "casella postale "];

    private static readonly string[] Places = ["lieu-dit ", "lieu dit ", "lieudit ", "hameau de ", "hameau du ", "hameau des ", "hameau "];

    public void Find(string text, Finds found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            found.Steps++;
            var end = Box(text, i) ?? Place(text, i);
            if (end is { } stop && !found.Covers(i)) found.Add(new(i, stop - i, DataKinds.Address));
            while (i + 1 < text.Length && char.IsLetter(text[i + 1])) i++;
        }
    }

    private static int? Box(string text, int at)
    {
        if (Starts(text, at, Boxes) is not { } digits) return null;
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == digits || end - digits > 6 || (end < text.Length && char.IsLetter(text[end]))) return null;
        var town = Towns.After(text, end);
        // Two capital letters alone are a model more often than a box.
        return town > end || text[at] is 'P' or 'p' && text.AsSpan(at, digits - at).Contains("ox", StringComparison.OrdinalIgnoreCase) || digits - at > 6 ? town : null;
    }

    private static int? Place(string text, int at) => Starts(text, at, Places) is { } name && Towns.After(text, name) is var town && town > name ? town : null;

    private static int? Starts(string text, int at, string[] with)
    {
        foreach (var beginning in with)
        {
            if (string.Compare(text, at, beginning, 0, beginning.Length, StringComparison.OrdinalIgnoreCase) == 0) return at + beginning.Length;
        }
        return null;
    }
}
