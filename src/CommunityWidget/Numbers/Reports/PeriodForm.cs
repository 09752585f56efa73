using System.Globalization;
using CommunityWidget.Admin;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Which days the page speaks of: one of the usual periods, or from one date to another.</summary>
public sealed record PeriodForm(string? Days, string? From, string? To)
{
    public const string Month = "month", LastMonth = "last-month", Otherwise = "30";

    /// <summary>In the order they are offered.</summary>
    public static readonly IReadOnlyList<string> Presets = ["1", "7", Otherwise, "90", "365", Month, LastMonth];

    /// <summary>Dates count before a preset: whoever typed them meant them.</summary>
    public bool HasDates => !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(To);

    /// <param name="today">By the site's own clock.</param>
    /// <param name="most">How many days it may have.</param>
    public Reading<Period> Read(DateOnly today, int most)
    {
        if (!HasDates) return Preset(today);
        var faults = new List<Fault>();
        var from = Date("from", From, today.AddDays(-29), faults);
        var to = Date("to", To, today, faults);
        if (faults.Count > 0) return faults;
        if (to < from) return new List<Fault> { new("to", "period_order") };
        var period = new Period(from, to);
        return period.Days > most ? new List<Fault> { new("from", "period_long", $"{most}") } : period;
    }

    public Period Preset(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return Days switch
        {
            Month => new(first, today),
            LastMonth => new(first.AddMonths(-1), first.AddDays(-1)),
            _ => new(today.AddDays(1 - int.Parse(Presets.Contains(Days) ? Days! : Otherwise, CultureInfo.InvariantCulture)), today),
        };
    }

    private static DateOnly Date(string field, string? typed, DateOnly otherwise, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(typed)) return otherwise;
        // Years that no calendar arithmetic falls out of.
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and < 2200) return date;
        faults.Add(new(field, "period_date", typed.Trim().Length > 40 ? typed.Trim()[..40] : typed.Trim()));
        return otherwise;
    }
}
