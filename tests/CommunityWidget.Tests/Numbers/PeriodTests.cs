using CommunityWidget.Admin;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Tests.Numbers;

public sealed class PeriodTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    private static readonly int Most = Period.Most(new());

    private const long Never = long.MaxValue - 1;

    private static readonly SiteTime Paris = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    [Theory]
    [InlineData("1", "2026-03-31", "2026-03-31")]
    [InlineData("7", "2026-03-25", "2026-03-31")]
    [InlineData(null, "2026-03-02", "2026-03-31")]
    [InlineData("nonsense", "2026-03-02", "2026-03-31")]
    [InlineData("month", "2026-03-01", "2026-03-31")]
    [InlineData("last-month", "2026-02-01", "2026-02-28")]
    public void A_preset_ends_today_or_with_its_month(string? days, string from, string to) =>
        Assert.Equal(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), new PeriodForm(days, null, null).Read(Today, Most).Value);

    [Theory]
    [InlineData("31.03.2026", "", "from", "period_date")]
    [InlineData("2026-02-30", "", "from", "period_date")]
    [InlineData("", "0001-01-01", "to", "period_date")]
    [InlineData("2026-03-02", "2026-03-01", "to", "period_order")]
    [InlineData("2021-02-27", "2026-03-01", "from", "period_long")]
    public void Days_that_cannot_be_are_refused_at_their_field(string from, string to, string field, string code)
    {
        var fault = Assert.Single(new PeriodForm("7", from, to).Read(Today, Most).Faults);
        Assert.Equal((field, code), (fault.Field, fault.Code));
    }

    [Theory]
    [InlineData(1_825, "2021-03-02")]
    [InlineData(3_650, "2016-03-03")]
    [InlineData(7, "2024-03-01")]
    public void A_period_has_as_many_days_as_numbers_are_kept_and_two_years_at_least(int kept, string from)
    {
        var first = DateOnly.Parse(from, null);
        Reading<Period> Since(DateOnly day) => new PeriodForm(null, day.ToString("yyyy-MM-dd", null), "2026-03-01").Read(Today, Period.Most(new() { Retention = new(Numbers: kept) }));

        Assert.Equal(first, Since(first).Value!.From);
        Assert.Equal("period_long", Assert.Single(Since(first.AddDays(-1)).Faults).Code);
    }

    [Fact]
    public void Days_follow_the_clock_on_the_wall_over_summer_time()
    {
        var night = new Period(new(2026, 3, 29), new(2026, 3, 29)).Moments(Paris, Never);
        Assert.Equal(23 * 3_600_000, night.To - night.From);
        var autumn = new Period(new(2026, 10, 25), new(2026, 10, 25)).Moments(Paris, Never);
        Assert.Equal(25 * 3_600_000, autumn.To - autumn.From);
    }

    [Fact]
    public void Where_midnight_does_not_exist_the_day_begins_when_the_clock_does()
    {
        // In Beirut clocks go from 23:59 to 1:00.
        var beirut = new SiteTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut"));
        Assert.Equal("2026-03-28T22:00", DateTimeOffset.FromUnixTimeMilliseconds(beirut.StartOf(new(2026, 3, 29))).UtcDateTime.ToString("s", null)[..16]);
        Assert.Equal(new LocalHour(new(2026, 3, 29), 1), beirut.HourOf(beirut.StartOf(new(2026, 3, 29))));
    }

    [Fact]
    public void Half_a_day_is_compared_with_half_a_day()
    {
        var noon = Paris.StartOf(Today) + (12 * 3_600_000);
        var period = new Period(Today.AddDays(-6), Today);
        var (now, before) = (period.Moments(Paris, noon), period.MomentsBefore(Paris, noon));

        Assert.Equal(noon + 1, now.To);
        Assert.Equal(Paris.StartOf(Today.AddDays(-7)) + (12 * 3_600_000) + 1, before.To);
        Assert.Equal(Paris.StartOf(Today.AddDays(-13)), before.From);
    }

    [Fact]
    public void The_days_before_those_before_begin_at_midnight_too_when_summer_time_came_between()
    {
        var noon = Paris.StartOf(new(2026, 4, 5)) + (12 * 3_600_000);
        var period = new Period(new(2026, 4, 3), new(2026, 4, 5));

        Assert.Equal(new Span(Paris.StartOf(new(2026, 3, 28)), Paris.StartOf(new(2026, 3, 31))), period.MomentsLongBefore(Paris, Never));
        Assert.Equal(Paris.StartOf(new(2026, 3, 30)) + (12 * 3_600_000) + 1, period.MomentsLongBefore(Paris, noon).To);
    }

    [Fact]
    public void The_hour_that_summer_time_takes_is_no_hour_of_the_week_and_the_one_it_gives_counts_twice()
    {
        var spring = Paris.HoursOfWeek(Paris.StartOf(new(2026, 3, 29)), Paris.StartOf(new(2026, 3, 30)));
        var autumn = Paris.HoursOfWeek(Paris.StartOf(new(2026, 10, 25)), Paris.StartOf(new(2026, 10, 26)));

        Assert.Equal((0, 1), (spring[6, 2], spring[6, 3]));
        Assert.Equal((2, 1), (autumn[6, 2], autumn[6, 3]));
    }

    [Theory]
    [InlineData(50, 2), InlineData(90, 4), InlineData(100, 4), InlineData(25, 1), InlineData(26, 2)]
    public void A_percentile_is_the_smallest_time_that_enough_do_not_exceed(int percent, long expected) =>
        Assert.Equal(expected, Summary.Percentile([1, 2, 3, 4], percent));
}
