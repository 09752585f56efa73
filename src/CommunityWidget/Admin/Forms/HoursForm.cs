using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>Opening hours as a week of up to two spans a day, and the days that differ from it.</summary>
public sealed class HoursForm
{
    public const int MostDates = 60;

    /// <summary>In the order people here read a week.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool Always { get; set; }
    public string? TimeZone { get; set; }
    public List<DayLine> Days { get; set; } = [];
    public List<DateLine> Dates { get; set; } = [];

    public static HoursForm Of(Hours hours) => new()
    {
        Always = hours.Spans.Count == 0,
        TimeZone = hours.TimeZone,
        Days = [.. Week.Select(day => DayLine.Of([.. hours.Spans.Where(s => s.Day == day).OrderBy(s => s.FromMinute).Select(s => new OpenMinutes(s.FromMinute, s.ToMinute))]))],
        Dates = [.. (hours.Dates ?? []).Select(DateLine.Of)],
    };

    /// <summary>Adds a day or takes one away, nothing saved yet; false when another button was pressed.</summary>
    public bool Press(string press)
    {
        if (press == "add-date")
        {
            if (Dates.Count < MostDates) Dates.Add(new());
            return true;
        }
        if (!press.StartsWith("remove-date:", StringComparison.Ordinal)) return false;
        if (int.TryParse(press["remove-date:".Length..], out var place) && place >= 0 && place < Dates.Count) Dates.RemoveAt(place);
        return true;
    }

    public Reading<Hours> Read()
    {
        var faults = new List<Fault>();
        var zone = (TimeZone ?? "").Trim();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId) faults.Add(new("Hours.TimeZone", "time_zone", zone));
        var dates = Dates.Take(MostDates).Select((line, place) => line.Read($"Hours.Dates[{place}]", faults)).OfType<DatedHours>().ToList();
        var spans = Always ? [] : Spans(faults);
        if (!Always && faults.Count == 0 && spans.Count == 0) faults.Add(new("Hours.Days", "hours_never"));
        return faults.Count > 0 ? faults : new Hours(found!.Id, spans, dates.Count > 0 ? dates : null);
    }

    private List<OpenSpan> Spans(List<Fault> faults) => [.. Days.Take(Week.Count).SelectMany((line, place) =>
        line.Read($"Hours.Days[{place}]", faults).Select(open => new OpenSpan(Week[place], open.FromMinute, open.ToMinute)))];
}
