namespace CommunityWidget.Sites;

/// <summary>When the agents' rung is open; kept as JSON.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Spans">Open spans of a week; none means always open.</param>
public sealed record Hours(string TimeZone, IReadOnlyList<OpenSpan> Spans)
{
    public static readonly Hours Always = new("UTC", []);

    public bool OpenAt(DateTimeOffset now)
    {
        if (Spans.Count == 0) return true;
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        var minute = (local.Hour * 60) + local.Minute;
        return Spans.Any(span => span.Day == local.DayOfWeek && span.FromMinute <= minute && minute < span.ToMinute);
    }
}

/// <summary>Open from a minute of the day up to, not including, another.</summary>
public sealed record OpenSpan(DayOfWeek Day, int FromMinute, int ToMinute);
