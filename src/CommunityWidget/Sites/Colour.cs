using System.Globalization;

namespace CommunityWidget.Sites;

/// <summary>A site's accent, as it goes into style sheets on strangers' pages.</summary>
public static class Colour
{
    /// <summary>What stands in for anything that is no colour of ours; as in <c>widget/ui/accent.ts</c>.</summary>
    public const string Blue = "#2a5bc7";

    /// <summary>The luminance on which black and white can be read equally well: 4.58:1.</summary>
    private const double Middle = 0.1791;

    /// <summary>The luminance that leaves 4.5:1 on the darkest paper of light mode and the lightest of dark mode (<c>widget/ui/tokens.css</c>).</summary>
    private const double LightMost = 0.14, DarkLeast = 0.305;

    /// <summary>Itself when it is <c>#rrggbb</c>, else our blue: it is written into a rule, where anything longer could say more.</summary>
    public static string Usable(string colour) => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit) ? colour : Blue;

    /// <summary>Black or white, whichever can be read on it.</summary>
    public static string InkOn(string colour) => Luminance(Channels(colour)) > Middle ? "#000" : "#fff";

    /// <summary>Moved towards black for light paper and towards white for dark paper until text in it can be read there; as <c>widget/ui/accent.ts</c> moves it.</summary>
    public static (string Light, string Dark) Readable(string colour) =>
        (Moved(Channels(colour), 0, at => at <= LightMost), Moved(Channels(colour), 255, at => at >= DarkLeast));

    private static string Moved(int[] from, int end, Func<double, bool> fits)
    {
        for (var step = 0; ; step++)
        {
            var moved = Array.ConvertAll(from, part => (int)Math.Round(part + ((end - part) * step / 50.0)));
            if (step == 50 || fits(Luminance(moved))) return $"#{moved[0]:x2}{moved[1]:x2}{moved[2]:x2}";
        }
    }

    private static int[] Channels(string colour) => [.. new[] { 1, 3, 5 }.Select(at => int.Parse(Usable(colour).AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static double Luminance(int[] channels) => 0.2126 * Linear(channels[0] / 255.0) + 0.7152 * Linear(channels[1] / 255.0) + 0.0722 * Linear(channels[2] / 255.0);

    private static double Linear(double share) => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
