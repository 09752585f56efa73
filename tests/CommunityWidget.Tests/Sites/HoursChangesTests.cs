using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

/// <summary>When the team is back, told as a moment: on the nights the clocks change too, and across holidays.</summary>
public sealed class HoursChangesTests
{
    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-02T17:00:00Z", "open until the evening")]
    [InlineData("2026-03-02T17:00:00Z", "2026-03-03T08:00:00Z", "closed until the morning")]
    [InlineData("2026-03-06T17:30:00Z", "2026-03-09T08:00:00Z", "closed over the weekend")]
    [InlineData("2026-03-27T20:00:00Z", "2026-03-30T07:00:00Z", "the weekend in which summer time begins: nine is an hour earlier in UTC")]
    [InlineData("2026-10-23T20:00:00Z", "2026-10-26T08:00:00Z", "the weekend in which it ends")]
    public void Weekdays_open_at_nine_and_close_at_six_in_Paris(string now, string change, string because) =>
        Changes(Week(9 * 60, 18 * 60), now, change, because);

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "begins in the missing hour: where the clock jumps to")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "ends at half past three as on every Sunday")]
    [InlineData("2026-03-22T01:00:00Z", "2026-03-22T01:15:00Z", "any other Sunday")]
    public void A_span_that_begins_in_the_missing_hour_opens_where_the_clock_jumps_to(string now, string change, string because) =>
        Changes(Sunday((2 * 60) + 15, (3 * 60) + 30), now, change, because);

    [Fact]
    public void A_span_wholly_in_the_missing_hour_is_not_open_that_night()
    {
        var hours = Sunday((2 * 60) + 15, (2 * 60) + 45);
        Changes(hours, "2026-03-28T12:00:00Z", "2026-04-05T00:15:00Z", "the Sunday after");
        Assert.False(hours.OpenAt(At("2026-03-29T01:20:00Z")));
    }

    [Theory]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:15:00Z", "opens in the first of the two hours")]
    [InlineData("2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z", "closes in it")]
    [InlineData("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "and opens again in the second")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T01:45:00Z", "and closes for the week")]
    public void A_span_in_the_doubled_hour_is_open_twice(string now, string change, string because) =>
        Changes(Sunday((2 * 60) + 15, (2 * 60) + 45), now, change, because);

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "half past two, then the clock says two again")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z", "until half past two comes a second time")]
    public void Where_the_clock_goes_back_an_hour_a_closed_shop_may_open_again(string now, string change, string because) =>
        Changes(Sunday(60, (2 * 60) + 30), now, change, because);

    [Theory]
    [InlineData("2026-12-24T09:00:00Z", true, "a short day")]
    [InlineData("2026-12-24T12:00:00Z", false, "it ends at noon")]
    [InlineData("2026-12-25T09:00:00Z", false, "Christmas, on a Friday")]
    [InlineData("2027-12-25T09:00:00Z", false, "every year, here on a Saturday that is closed anyway")]
    [InlineData("2028-12-25T09:00:00Z", false, "every year, on a Monday")]
    [InlineData("2026-12-30T09:00:00Z", false, "the week around New Year")]
    [InlineData("2027-01-01T09:00:00Z", false, "which ends in the next year")]
    [InlineData("2027-01-04T09:00:00Z", true, "and then it is over")]
    [InlineData("2028-01-03T09:00:00Z", true, "the week around New Year is not every year's")]
    [InlineData("2027-07-14T09:00:00Z", false, "a holiday of every year")]
    public void Holidays_and_other_days_come_before_the_week(string at, bool open, string because)
    {
        var hours = Holidays();
        Assert.True(hours.OpenAt(At(at)) == open, because);
    }

    [Fact]
    public void The_next_opening_looks_past_closed_days()
    {
        Changes(Holidays(), "2026-12-24T12:00:00Z", "2027-01-04T08:00:00Z", "Christmas, the weekend, and the closed week");
        Changes(Holidays() with { Spans = [] }, "2026-12-24T23:30:00Z", "2027-01-03T23:00:00Z", "always open but for holidays");
    }

    [Fact]
    public void What_never_changes_has_no_next_opening()
    {
        Assert.Null(Hours.Always.NextChange(At("2026-03-02T10:00:00Z")));
        Assert.Equal(At("2026-03-02T10:00:00Z"), Hours.Always.OpensAt(At("2026-03-02T10:00:00Z")));
        var never = new Hours("Europe/Paris", [], [new(new(2026, 1, 1), new(2029, 1, 1), [])]);
        Assert.Null(never.OpensAt(At("2026-03-02T10:00:00Z")));
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", 15, "2026-03-02T10:15:00Z", "in the middle of a day")]
    [InlineData("2026-03-06T16:50:00Z", 15, "2026-03-09T08:05:00Z", "over a weekend")]
    [InlineData("2026-03-06T18:05:00Z", 15, "2026-03-09T08:15:00Z", "asked after closing")]
    [InlineData("2026-03-27T16:50:00Z", 15, "2026-03-30T07:05:00Z", "over the night in which summer time begins")]
    [InlineData("2026-10-23T15:50:00Z", 15, "2026-10-26T08:05:00Z", "over the night in which it ends")]
    [InlineData("2026-03-02T08:00:00Z", 20 * 60, "2026-03-04T10:00:00Z", "longer than two days are open")]
    public void So_many_minutes_of_open_time_are_over(string since, int minutes, string expected, string because) =>
        Assert.True(Week(9 * 60, 18 * 60).After(At(since), TimeSpan.FromMinutes(minutes)) == At(expected), $"{Week(9 * 60, 18 * 60).After(At(since), TimeSpan.FromMinutes(minutes)):O}: {because}");

    [Fact]
    public void Who_is_always_open_counts_every_minute_and_who_never_is_counts_none()
    {
        var now = At("2026-03-02T10:00:00Z");
        Assert.Equal(now.AddMinutes(15), Hours.Always.After(now, TimeSpan.FromMinutes(15)));
        Assert.Null(new Hours("Europe/Paris", [], [new(new(2026, 1, 1), new(2029, 1, 1), [])]).After(now, TimeSpan.FromMinutes(15)));
    }

    /// <summary>Asked for each line of the inbox: a team that closes once a year costs no more than one that closes each evening.</summary>
    [Fact]
    public void How_far_off_the_next_closing_is_costs_nothing()
    {
        var (now, quarter) = (At("2026-03-02T10:00:00Z"), TimeSpan.FromMinutes(15));
        var (evenings, onceAYear) = (Week(9 * 60, 18 * 60), new Hours("Europe/Paris", [], [new(new(2026, 12, 25), new(2026, 12, 25), [])]));
        Assert.Equal(now + quarter, onceAYear.After(now, quarter));

        Assert.InRange(Allocated(() => onceAYear.After(now, quarter)), 0, 5 * Allocated(() => evenings.After(now, quarter)));
    }

    private static long Allocated(Action act)
    {
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Minute by minute over the nights that are strange somewhere: what is foretold is what happens.</summary>
    [Theory]
    [InlineData("Europe/Paris", "2026-03-28T20:00:00Z")]
    [InlineData("Europe/Paris", "2026-10-24T20:00:00Z")]
    [InlineData("America/Santiago", "2026-09-05T20:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T10:00:00Z")]
    public void What_is_foretold_happens(string zone, string from)
    {
        var hours = new Hours(zone, [.. Enum.GetValues<DayOfWeek>().SelectMany(day => new OpenSpan[] { new(day, 20, 50), new(day, 110, 150), new(day, 170, 200) })]);
        var (now, foretold) = (At(from), hours.NextChange(At(from))!.Value);
        for (var (minute, open) = (1, hours.OpenAt(now)); minute < 14 * 60; minute++)
        {
            var at = now.AddMinutes(minute);
            if (hours.OpenAt(at) == open) continue;
            Assert.Equal(foretold, at);
            (open, foretold) = (!open, hours.NextChange(at)!.Value);
        }
    }

    private static Hours Week(int from, int to) =>
        new("Europe/Paris", [.. Enumerable.Range(1, 5).Select(day => new OpenSpan((DayOfWeek)day, from, to))]);

    private static Hours Sunday(int from, int to) => new("Europe/Paris", [new(DayOfWeek.Sunday, from, to)]);

    private static Hours Holidays() => Week(9 * 60, 18 * 60) with
    {
        Dates =
        [
            new(new(2020, 12, 25), new(2020, 12, 25), [], Yearly: true, "Christmas"),
            new(new(2020, 7, 14), new(2020, 7, 14), [], Yearly: true),
            new(new(2026, 12, 26), new(2027, 1, 3), []),
            new(new(2026, 12, 24), new(2026, 12, 24), [new(9 * 60, 12 * 60)]),
        ],
    };

    private static void Changes(Hours hours, string now, string change, string because) =>
        Assert.True(hours.NextChange(At(now)) == At(change), $"{because}: {hours.NextChange(At(now)):O}");

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
}
