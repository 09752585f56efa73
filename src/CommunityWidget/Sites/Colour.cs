using System.Globalization;

namespace CommunityWidget.Sites;

/// <summary>A site's accent, as it goes into style sheets on strangers' pages.</summary>
public static class Colour
{
    /// <summary>What stands in for anything that is no colour of ours; as in <c>widget/ui/accent.ts</c>.</summary>
    public const string Blue = "#2a5bc7";

    /// <summary>The luminance on which black and white can be read equally well: 4.58:1.</summary>
    private const double Middle = 0.1791;

    /// <summary>Itself when it is <c>#rrggbb</c>, else our blue: it is written into a rule, where anything longer could say more.</summary>
    public static string Usable(string colour) => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit) ? colour : Blue;

    /// <summary>Black or white, whichever can be read on it.</summary>
    public static string InkOn(string colour)
    {
        var part = (int at) => Linear(int.Parse(Usable(colour).AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) > Middle ? "#000" : "#fff";
    }

    private static double Linear(double share) => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
