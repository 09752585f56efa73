using System.Globalization;

namespace CommunityWidget.Admin.Forms;

/// <summary>A whole number somebody typed, within limits.</summary>
public static class Number
{
    /// <summary>The number, or null with the fault added.</summary>
    public static int? Read(string field, string? typed, int least, int most, List<Fault> faults)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add(new(field, "number", $"{least}", $"{most}"));
        return null;
    }
}
