using System.Text.Json.Serialization;

namespace CommunityWidget.Sites;

/// <summary>When the agents' rung is open; kept as JSON.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Spans">Open spans of a week; none means always open.</param>
/// <param name="Dates">Days with other hours than their week's: holidays, a closed week, a long Saturday. Where two name a day, the later one in the list counts.</param>
public sealed record Hours(
    string TimeZone,
    IReadOnlyList<OpenSpan> Spans,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DatedHours>? Dates = null)
{
    public static readonly Hours Always = new("UTC", []);

    /// <summary>False when this computer does not know the time zone: then they are always open, and whoever only shows them leaves them out.</summary>
    [JsonIgnore]
    public bool IsReadable => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _);

    /// <summary>By the clock on the shop's wall, so that the missing hour is never open and the doubled one is open twice.</summary>
    public bool OpenAt(DateTimeOffset now)
    {
        if ((Spans.Count == 0 && Dates is null) || !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)) return true;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var minute = (local.Hour * 60) + local.Minute;
        return On(DateOnly.FromDateTime(local.DateTime)).Any(span => span.FromMinute <= minute && minute < span.ToMinute);
    }

    /// <summary>What is open on a day.</summary>
    public IReadOnlyList<OpenSpan> On(DateOnly day)
    {
        if (Dates?.LastOrDefault(dated => dated.Covers(day)) is { } other) return other.Spans(day.DayOfWeek);
        return Spans.Count == 0 ? [OpenSpan.WholeDay(day.DayOfWeek)] : [.. Spans.Where(span => span.Day == day.DayOfWeek)];
    }

    /// <summary>A moment by the clock on the shop's wall; by UTC where this computer does not know the zone.</summary>
    public DateTimeOffset Local(long at) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), IsReadable ? Zone : TimeZoneInfo.Utc);

    /// <summary>The place whose clock it is, as its zone names it: <c>Paris</c>; null for UTC and its like, which lie nowhere.</summary>
    [JsonIgnore]
    public string? Place => IsReadable && TimeZone.Contains('/') && !TimeZone.StartsWith("Etc/", StringComparison.Ordinal) ? TimeZone[(TimeZone.LastIndexOf('/') + 1)..].Replace('_', ' ') : null;

    [JsonIgnore]
    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>Open from a minute of the day up to, not including, another.</summary>
public sealed record OpenSpan(DayOfWeek Day, int FromMinute, int ToMinute)
{
    public const int MinutesOfDay = 24 * 60;

    public static OpenSpan WholeDay(DayOfWeek day) => new(day, 0, MinutesOfDay);
}
