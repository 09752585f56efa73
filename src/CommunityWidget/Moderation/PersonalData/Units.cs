namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What a number counts where it counts something: 20000 mAh, 750-1500 watts, 2499-2999 €.</summary>
internal static class Units
{
    private const string Signs = "€$£%°";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "mah", "wh", "kwh", "kw", "watt", "watts", "volt", "volts", "hz", "khz", "mhz", "ghz", "rpm", "btu", "btus", "psi", "cfm", "gpm", "lb", "lbs", "oz", "kg", "mg", "ml", "cl", "cm", "mm", "km",
        "ft", "feet", "inch", "inches", "eur", "euro", "euros", "usd", "dollar", "dollars", "lumen", "lumens", "lm", "px", "dpi", "litres", "liters", "gallons", "tours",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when one of them stands behind a place, after one space at most.</summary>
    public static bool Follow(string text, int end)
    {
        if (end < text.Length && text[end] is ' ' or '\u00A0' or '\u202F') end++;
        if (end < text.Length && Signs.Contains(text[end])) return true;
        var last = end;
        while (last < text.Length && last - end < 10 && char.IsLetter(text[last])) last++;
        return last > end && Known.Contains(text.AsSpan(end, last - end));
    }
}
