using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Sites;

/// <summary>Opening hours are the shop's own: nine o'clock stays nine o'clock when the clocks change.</summary>
public sealed class HoursTests
{
    private static readonly Hours Paris = new("Europe/Paris",
    [
        new(DayOfWeek.Monday, 9 * 60, 18 * 60),
        new(DayOfWeek.Sunday, 1 * 60, 4 * 60),
        new(DayOfWeek.Saturday, 22 * 60, 24 * 60),
    ]);

    [Theory]
    [InlineData("2026-01-05T07:59:59Z", false)]
    [InlineData("2026-01-05T08:00:00Z", true)]
    [InlineData("2026-01-05T16:59:59Z", true)]
    [InlineData("2026-01-05T17:00:00Z", false)]
    [InlineData("2026-07-06T06:59:59Z", false)]
    [InlineData("2026-07-06T07:00:00Z", true)]
    [InlineData("2026-07-06T16:00:00Z", false)]
    [InlineData("2026-01-06T10:00:00Z", false)]
    public void Winter_and_summer_open_at_nine_in_Paris(string at, bool open) => Assert.Equal(open, Paris.OpenAt(At(at)));

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", true)]
    [InlineData("2026-03-29T00:59:00Z", true)]
    [InlineData("2026-03-29T01:00:00Z", true)]
    [InlineData("2026-03-29T01:59:00Z", true)]
    [InlineData("2026-03-29T02:00:00Z", false)]
    public void The_night_with_a_missing_hour_is_an_hour_shorter(string at, bool open) => Assert.Equal(open, Paris.OpenAt(At(at)));

    [Theory]
    [InlineData("2026-10-24T23:00:00Z", true)]
    [InlineData("2026-10-25T00:30:00Z", true)]
    [InlineData("2026-10-25T01:30:00Z", true)]
    [InlineData("2026-10-25T02:59:00Z", true)]
    [InlineData("2026-10-25T03:00:00Z", false)]
    public void The_night_with_an_hour_twice_is_an_hour_longer(string at, bool open) => Assert.Equal(open, Paris.OpenAt(At(at)));

    [Theory]
    [InlineData("2026-01-03T22:59:00Z", true)]
    [InlineData("2026-01-03T23:00:00Z", false)]
    public void A_span_may_reach_to_midnight(string at, bool open) => Assert.Equal(open, Paris.OpenAt(At(at)));

    [Fact]
    public void No_spans_means_always() => Assert.True(Hours.Always.OpenAt(At("2026-12-25T03:00:00Z")));

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
