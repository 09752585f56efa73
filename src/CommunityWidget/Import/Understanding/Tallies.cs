using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityWidget.Import.Understanding;

/// <summary>Reads yes, no and how many, as databases, spreadsheets and people write them.</summary>
public static partial class Tallies
{
    private const long Most = 1_000_000;

    private static readonly HashSet<string>
        Yes = ["true", "t", "yes", "y", "on", "1", "x", "✓", "oui", "o", "vrai", "accepted", "acceptee", "acceptée", "accepté", "retenue"],
        No = ["false", "f", "no", "n", "off", "0", "non", "faux"],
        Nothing = ["", "-", "null", "nil", "none", "nan", "na", "n/a", "<na>", "\\n"];

    /// <summary>Nothing where it is neither yes nor no; what is empty is no.</summary>
    public static bool? IsYes(string typed)
    {
        var word = Whole().Replace(typed.Trim(), "${number}").ToLowerInvariant();
        return Yes.Contains(word) ? true : No.Contains(word) || Nothing.Contains(word) ? false : null;
    }

    /// <summary>None below zero; nothing where it is no number.</summary>
    public static long? Votes(string typed)
    {
        var text = typed.Trim();
        if (Nothing.Contains(text.ToLowerInvariant())) return 0;
        // Votes are whole: a comma or space before three numbers parts thousands, a comma before others is the French point.
        text = Thousands().IsMatch(text) ? Parts().Replace(text, "") : text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var votes) ? (long)Math.Clamp(votes, 0, Most) : null;
    }

    private const RegexOptions How = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(?<number>[0-9]+)\.0+$", How)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([,\s'’][0-9]{3})+(\.[0-9]+)?$", How)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[,\s'’]", How)]
    private static partial Regex Parts();
}
