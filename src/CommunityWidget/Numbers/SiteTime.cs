using CommunityWidget.Sites;

namespace CommunityWidget.Numbers;

/// <summary>Moments as a site's own clock and calendar have them, the hour that summer time gives and takes included.</summary>
public sealed class SiteTime(TimeZoneInfo zone)
{
    private const long QuarterMs = 900_000, HourMs = 3_600_000, MinuteMs = 60_000;

    // Offsets change at quarters of hours only; thousands of questions fall into each.
    private readonly Dictionary<long, LocalHour> _known = [];

    public TimeZoneInfo Zone => zone;

    public static SiteTime Of(Site site) => new(TimeZoneInfo.TryFindSystemTimeZoneById(site.Hours.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    /// <summary>When a day begins there: an hour late where the clock skips midnight, the first time where it shows it twice.</summary>
    public long StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }

    public DateTimeOffset At(long at) => Local(at);

    public DateOnly DayOf(long at) => HourOf(at).Day;

    /// <summary>When the hour began that the clock there shows.</summary>
    public long HourStart(long at) => at - (at % MinuteMs) - (Local(at).Minute * MinuteMs);

    public LocalHour HourOf(long at)
    {
        var quarter = at / QuarterMs;
        if (_known.TryGetValue(quarter, out var hour)) return hour;
        var local = Local(at);
        return _known[quarter] = new(DateOnly.FromDateTime(local.DateTime), local.Hour);
    }

    /// <summary>How many hours of each hour of the week there are from one moment to another, the last one in part.</summary>
    public double[,] HoursOfWeek(long from, long to)
    {
        var hours = new double[7, 24];
        for (var at = from; at < to; at += QuarterMs - (at % QuarterMs))
        {
            var hour = HourOf(at);
            hours[hour.Weekday, hour.Hour] += (double)(Math.Min(to, at + QuarterMs - (at % QuarterMs)) - at) / HourMs;
        }
        return hours;
    }

    private DateTimeOffset Local(long at) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone);
}

/// <summary>An hour as the clock on the wall shows it.</summary>
public sealed record LocalHour(DateOnly Day, int Hour)
{
    /// <summary>Monday is 0.</summary>
    public int Weekday => ((int)Day.DayOfWeek + 6) % 7;
}
