using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>The hours of one day as typed; empty means closed.</summary>
public sealed class DayLine
{
    public string? From { get; set; }
    public string? To { get; set; }
    public string? From2 { get; set; }
    public string? To2 { get; set; }

    public static DayLine Of(IReadOnlyList<OpenMinutes> open) => new()
    {
        From = open.Count > 0 ? Text(open[0].FromMinute) : null,
        To = open.Count > 0 ? Text(open[0].ToMinute) : null,
        From2 = open.Count > 1 ? Text(open[1].FromMinute) : null,
        To2 = open.Count > 1 ? Text(open[1].ToMinute) : null,
    };

    public IReadOnlyList<OpenMinutes> Read(string field, List<Fault> faults)
    {
        var (first, second) = (Span(From, To, $"{field}.From", faults), Span(From2, To2, $"{field}.From2", faults));
        if (first is not null && second is not null && second.FromMinute < first.ToMinute) faults.Add(new($"{field}.From2", "hours_overlap"));
        return [.. new[] { first, second }.OfType<OpenMinutes>()];
    }

    private static OpenMinutes? Span(string? from, string? to, string field, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) return null;
        var (start, end) = (Minute(from), Minute(to));
        // Midnight at the end of a day is the end of it.
        if (end == 0) end = OpenSpan.MinutesOfDay;
        if (start is not null && end is not null && start < end) return new(start.Value, end.Value);
        faults.Add(new(field, start is null || end is null ? "hours_time" : "hours_order"));
        return null;
    }

    private static int? Minute(string? typed)
    {
        var text = (typed ?? "").Trim().Replace('h', ':').Replace('.', ':').TrimEnd(':');
        if (text is "24:00" or "24") return OpenSpan.MinutesOfDay;
        return TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "%H", "HH"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;
    }

    // A time field has no 24:00.
    private static string Text(int minute) => $"{minute / 60 % 24:00}:{minute % 60:00}";
}
