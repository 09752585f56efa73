using CommunityWidget.Sites;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Days of a site's calendar, both ends included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>Two years at least, and as many days as a site keeps numbers of.</summary>
    public static int Most(Site site) => Math.Max(731, site.Retention.Numbers + 1);

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days right before.</summary>
    public Period Before => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>Its moments, up to this one: what is to come is no part of it.</summary>
    public Span Moments(SiteTime time, long now)
    {
        var from = time.StartOf(From);
        return new(from, Math.Max(from, Math.Min(now + 1, time.StartOf(To.AddDays(1)))));
    }

    /// <summary>The moments it is compared with: a day that is half over is compared with half a day.</summary>
    public Span MomentsBefore(SiteTime time, long now)
    {
        var (from, end) = (time.StartOf(Before.From), time.StartOf(From));
        var left = time.StartOf(To.AddDays(1)) - Moments(time, now).To;
        return new(from, Math.Max(from, end - left));
    }

    /// <summary>And those before them: days of the calendar too, whatever summer time does to their length.</summary>
    public Span MomentsLongBefore(SiteTime time, long now) => Before.MomentsBefore(time, MomentsBefore(time, now).To - 1);
}

/// <summary>From a moment up to, not including, another; Unix milliseconds.</summary>
public sealed record Span(long From, long To)
{
    public bool Has(long at) => From <= at && at < To;
}
