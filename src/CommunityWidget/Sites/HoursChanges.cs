namespace CommunityWidget.Sites;

/// <summary>When hours open and close next, as moments: right across changes of the clock, because every candidate is asked of <see cref="Hours.OpenAt"/>.</summary>
public static class HoursChanges
{
    // A shop may close for the summer, and for a year; what opens later than that opens never.
    private const int LongestDays = 400;

    /// <summary>The next moment from now on at which the team's hours are open; now itself when they are. Null when that is never.</summary>
    public static DateTimeOffset? OpensAt(this Hours hours, DateTimeOffset now) => hours.OpenAt(now) ? now : hours.NextChange(now);

    /// <summary>The moment at which they have been open for so long since then; null when they never will.</summary>
    public static DateTimeOffset? After(this Hours hours, DateTimeOffset since, TimeSpan open)
    {
        var begins = hours.OpensAt(since);
        while (begins is { } at)
        {
            if (hours.NextChange(at, open) is not { } ends || ends - at >= open) return at + open;
            (open, begins) = (open - (ends - at), hours.OpensAt(ends));
        }
        return null;
    }

    /// <summary>The next moment after now at which they open or close; null when they stay as they are.</summary>
    /// <param name="hours">The team's.</param>
    /// <param name="now">From when on.</param>
    /// <param name="within">What comes later than that is of no interest: days are looked at one by one, and some teams close once a year.</param>
    public static DateTimeOffset? NextChange(this Hours hours, DateTimeOffset now, TimeSpan? within = null)
    {
        if ((hours.Spans.Count == 0 && hours.Dates is null) || !hours.IsReadable) return null;
        var (zone, open) = (hours.Zone, hours.OpenAt(now));
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var days = within is { } near ? Math.Min(LongestDays, (int)near.TotalDays + 2) : LongestDays;
        for (var day = 0; day <= days; day++)
        {
            var found = Candidates(hours, zone, first.AddDays(day)).Where(at => at > now && hours.OpenAt(at) != open).Order().Cast<DateTimeOffset?>().FirstOrDefault();
            if (found is not null) return found;
        }
        return null;
    }

    // Every moment of a day at which something may change: midnight, where a span begins or ends, and where the clock jumps.
    private static IEnumerable<DateTimeOffset> Candidates(Hours hours, TimeZoneInfo zone, DateOnly day)
    {
        var minutes = hours.On(day).SelectMany(span => new[] { span.FromMinute, span.ToMinute }).Append(0).Distinct();
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return minutes.SelectMany(minute => Moments(zone, midnight.AddMinutes(minute))).Concat(Jump(zone, midnight) is { } jump ? [jump] : []);
    }

    // A time of the wall's clock: once as a rule, never in the missing hour, twice in the doubled one.
    private static IEnumerable<DateTimeOffset> Moments(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local)) return [];
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset))
            : [new DateTimeOffset(local, zone.GetUtcOffset(local))];
    }

    private static DateTimeOffset? Jump(TimeZoneInfo zone, DateTime midnight)
    {
        var (before, after) = (At(zone, midnight), At(zone, midnight.AddDays(1)));
        if (zone.GetUtcOffset(before) == zone.GetUtcOffset(after)) return null;
        while (after - before > TimeSpan.FromMinutes(1))
        {
            var middle = before + (TimeSpan.FromMinutes(Math.Floor((after - before).TotalMinutes / 2)));
            if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(before)) before = middle;
            else after = middle;
        }
        return after;
    }

    // Midnight may be missing too: then the day begins where the clock jumps to.
    private static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new(local, zone.GetUtcOffset(local));
    }
}
