using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>Opening hours as a week: up to two spans a day.</summary>
public sealed class HoursForm
{
    /// <summary>In the order people here read a week.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private const int Day = 24 * 60;

    public bool Always { get; set; }
    public string? TimeZone { get; set; }
    public List<DayLine> Days { get; set; } = [];

    public static HoursForm Of(Hours hours) => new()
    {
        Always = hours.Spans.Count == 0,
        TimeZone = hours.TimeZone,
        Days = [.. Week.Select(day => DayLine.Of([.. hours.Spans.Where(s => s.Day == day).OrderBy(s => s.FromMinute)]))],
    };

    public Reading<Hours> Read()
    {
        var faults = new List<Fault>();
        var zone = (TimeZone ?? "").Trim();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId) faults.Add(new("Hours.TimeZone", "time_zone", zone));
        var spans = new List<OpenSpan>();
        foreach (var (line, place) in Days.Take(Week.Count).Select((line, place) => (line, place)))
        {
            var (first, second) = (Span(Week[place], line.From, line.To, $"Hours.Days[{place}].From", faults), Span(Week[place], line.From2, line.To2, $"Hours.Days[{place}].From2", faults));
            if (first is not null && second is not null && second.FromMinute < first.ToMinute) faults.Add(new($"Hours.Days[{place}].From2", "hours_overlap"));
            spans.AddRange(new[] { first, second }.OfType<OpenSpan>());
        }
        if (Always) return faults.Exists(f => f.Field == "Hours.TimeZone") ? faults : new Hours(found!.Id, []);
        if (faults.Count == 0 && spans.Count == 0) faults.Add(new("Hours.Days", "hours_never"));
        return faults.Count > 0 ? faults : new Hours(found!.Id, spans);
    }

    private static OpenSpan? Span(DayOfWeek day, string? from, string? to, string field, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) return null;
        var (start, end) = (Minute(from), Minute(to));
        // Midnight at the end of a day is the end of it.
        if (end == 0) end = Day;
        if (start is not null && end is not null && start < end) return new(day, start.Value, end.Value);
        faults.Add(new(field, start is null || end is null ? "hours_time" : "hours_order"));
        return null;
    }

    private static int? Minute(string? typed)
    {
        var text = (typed ?? "").Trim().Replace('h', ':').Replace('.', ':').TrimEnd(':');
        if (text is "24:00" or "24") return Day;
        return TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "%H", "HH"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;
    }
}

/// <summary>One day as typed; empty means closed.</summary>
public sealed class DayLine
{
    public string? From { get; set; }
    public string? To { get; set; }
    public string? From2 { get; set; }
    public string? To2 { get; set; }

    public static DayLine Of(IReadOnlyList<OpenSpan> spans) => new()
    {
        From = spans.Count > 0 ? Text(spans[0].FromMinute) : null,
        To = spans.Count > 0 ? Text(spans[0].ToMinute) : null,
        From2 = spans.Count > 1 ? Text(spans[1].FromMinute) : null,
        To2 = spans.Count > 1 ? Text(spans[1].ToMinute) : null,
    };

    // A time field has no 24:00.
    private static string Text(int minute) => $"{minute / 60 % 24:00}:{minute % 60:00}";
}
