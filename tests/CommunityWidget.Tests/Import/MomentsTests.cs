using System.Globalization;
using CommunityWidget.Import;
using CommunityWidget.Import.Understanding;

namespace CommunityWidget.Tests.Import;

/// <summary>Days in numbers are read as somebody said, whatever time stands behind them, and never guessed.</summary>
public sealed class MomentsTests
{
    private static readonly long Now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Theory]
    [InlineData("03/04/2024 3:05 PM", "15:05:00")]
    [InlineData("03/04/2024 3:05PM", "15:05:00")]
    [InlineData("03/04/2024 03:05:09 pm", "15:05:09")]
    [InlineData("3/4/24 12:05 a.m.", "00:05:00")]
    [InlineData("3/4/2024, 3:05:09\u202FPM", "15:05:09")]
    [InlineData("03/04/2024T14:05Z", "14:05:00")]
    [InlineData("03.04.2024 14:05:09.250", "14:05:09")]
    [InlineData("03-04-2024 14:05:09Z", "14:05:09")]
    [InlineData("03/04/2024 14:05 +02:00", "12:05:00")]
    [InlineData("03/04/2024 14:05:09+0200", "12:05:09")]
    [InlineData("03/04/2024 14:05 UTC", "14:05:00")]
    [InlineData("03/04/2024 à 14h05", "14:05:00")]
    [InlineData("14:05 03/04/2024", "14:05:00")]
    public void A_day_in_numbers_is_what_was_said_whatever_time_stands_behind_it(string typed, string time)
    {
        Assert.Equal($"2024-04-03T{time}", Read(typed, dayFirst: true));
        Assert.Equal($"2024-03-04T{time}", Read(typed, dayFirst: false));
        Assert.Contains("may be two days. Say --dates dmy or --dates mdy.", Moments.Read(typed, null, Now, Now).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25/04/2024 3:05 PM")]
    [InlineData("4/25/2024 3:05 PM")]
    public void A_day_that_can_be_one_only_is_that_one(string typed)
    {
        foreach (var said in new bool?[] { true, false, null }) Assert.Equal("2024-04-25T15:05:00", Read(typed, said));
    }

    [Theory]
    [InlineData("03/04/2024 25:05 PM")]
    [InlineData("03/04/2024 sometime")]
    [InlineData("03/04")]
    [InlineData("3.4")]
    [InlineData("31/31/2024 3:05 PM")]
    public void What_is_no_time_is_said_to_be_none(string typed)
    {
        foreach (var said in new bool?[] { true, false, null }) Assert.Contains("is no date I know", Moments.Read(typed, said, Now, Now).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-04-03 10:20:30 UTC", "2024-04-03T10:20:30")]
    [InlineData("2024-04-03 10:20:30.123456+00", "2024-04-03T10:20:30")]
    [InlineData("2024-04-03T10:20Z", "2024-04-03T10:20:00")]
    [InlineData("2024/04/03 3:05 PM", "2024-04-03T15:05:00")]
    [InlineData("1712139630.25", "2024-04-03T10:20:30")]
    [InlineData("1712139630000", "2024-04-03T10:20:30")]
    [InlineData("April 3, 2024 10:20 AM", "2024-04-03T10:20:00")]
    public void A_year_that_stands_first_and_numbers_since_1970_are_never_meant_otherwise(string typed, string meant)
    {
        foreach (var said in new bool?[] { true, false, null }) Assert.Equal(meant, Read(typed, said));
    }

    [Fact]
    public async Task A_column_of_days_with_a_clock_of_twelve_hours_is_read_one_way()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.Done, await import.Bring("some.csv", "question,answer,date\nDoes it dim?,It does.,03/04/2024 3:05 PM\nIs it heavy?,No.,25/04/2024 3:05 PM\n", "--dates", "dmy"));

        Assert.Equal(["2024-04-03", "2024-04-25"], (await import.Pages()).Select(page => DateTimeOffset.FromUnixTimeMilliseconds(page.AskedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static string? Read(string typed, bool? dayFirst) =>
        Moments.Read(typed, dayFirst, Now, Now).At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("s", CultureInfo.InvariantCulture) : null;
}
