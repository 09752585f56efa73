using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>The hours of one day as typed; empty means closed. Two spans are there from the start, more can be added.</summary>
public sealed class DayLine
{
    public const int MostSpans = 6;

    public string? From { get; set; }
    public string? To { get; set; }
    public string? From2 { get; set; }
    public string? To2 { get; set; }
    public List<SpanLine> More { get; set; } = [];

    public bool IsEmpty => new[] { From, To, From2, To2 }.Concat(More.SelectMany(line => new[] { line.From, line.To })).All(string.IsNullOrWhiteSpace);

    public bool IsFull => More.Count + 2 >= MostSpans;

    public static DayLine Of(IReadOnlyList<OpenMinutes> open) => new()
    {
        From = open.Count > 0 ? Text(open[0].FromMinute) : null,
        To = open.Count > 0 ? Text(open[0].ToMinute) : null,
        From2 = open.Count > 1 ? Text(open[1].FromMinute) : null,
        To2 = open.Count > 1 ? Text(open[1].ToMinute) : null,
        More = [.. open.Skip(2).Select(span => new SpanLine { From = Text(span.FromMinute), To = Text(span.ToMinute) })],
    };

    public IReadOnlyList<OpenMinutes> Read(string field, List<Fault> faults)
    {
        var read = new List<OpenMinutes>();
        var typed = More.Take(MostSpans - 2).Select((line, place) => (line.From, line.To, Field: $"{field}.More[{place}].From"));
        foreach (var (from, to, name) in typed.Prepend((From2, To2, $"{field}.From2")).Prepend((From, To, $"{field}.From")))
        {
            if (Span(from, to, name, faults) is not { } span) continue;
            if (read.Count > 0 && span.FromMinute < read[^1].ToMinute) faults.Add(new(name, "hours_overlap"));
            read.Add(span);
        }
        return read;
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

/// <summary>One more span of a day, as typed.</summary>
public sealed class SpanLine
{
    public string? From { get; set; }
    public string? To { get; set; }
}
