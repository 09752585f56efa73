using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>Days with hours of their own, as typed: a holiday, a closed week, a long Saturday.</summary>
public sealed class DateLine
{
    private const string Shape = "yyyy-MM-dd";
    private const int LongestDays = 366, LongestName = 60;

    public string? First { get; set; }

    /// <summary>Empty: one day.</summary>
    public string? Last { get; set; }

    public bool Yearly { get; set; }
    public string? Name { get; set; }
    public DayLine Times { get; set; } = new();

    public static DateLine Of(DatedHours dated) => new()
    {
        First = dated.From.ToString(Shape, CultureInfo.InvariantCulture),
        Last = dated.To == dated.From ? null : dated.To.ToString(Shape, CultureInfo.InvariantCulture),
        Yearly = dated.Yearly,
        Name = dated.Name,
        Times = DayLine.Of(dated.Open),
    };

    /// <summary>Null for a line left empty, and for one with faults, which are added.</summary>
    public DatedHours? Read(string field, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(First) && string.IsNullOrWhiteSpace(Last) && string.IsNullOrWhiteSpace(Name) && Times.IsEmpty) return null;
        var before = faults.Count;
        var (first, last) = (Day(First), string.IsNullOrWhiteSpace(Last) ? Day(First) : Day(Last));
        if (first is null || last is null) faults.Add(new($"{field}.First", "date"));
        else if (last < first || last.Value.DayNumber - first.Value.DayNumber >= LongestDays) faults.Add(new($"{field}.Last", "date_order"));
        var name = string.IsNullOrWhiteSpace(Name) ? null : VisibleLine.Clean(Name, LongestName);
        if (name is null && !string.IsNullOrWhiteSpace(Name)) faults.Add(new($"{field}.Name", "date_name", $"{LongestName}"));
        var open = Times.Read($"{field}.Times", faults);
        return faults.Count > before ? null : new(first!.Value, last!.Value, open, Yearly, name);
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), [Shape, "d/M/yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
