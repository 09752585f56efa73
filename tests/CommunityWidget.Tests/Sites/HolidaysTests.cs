using CommunityWidget.Sites.Calendar;

namespace CommunityWidget.Tests.Sites;

/// <summary>Public holidays, found by rules in any year; the dates are those that were kept, or will be.</summary>
public sealed class HolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    public void Easter_is_when_it_is(string day) => Assert.Equal(DateOnly.Parse(day), Easter.Of(DateOnly.Parse(day).Year));

    [Fact]
    public void France_keeps_eleven_days_a_year() => Assert.Equal(
        ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"],
        Of("FR", 2026).Select(holiday => holiday.Day.ToString("MM-dd")));

    [Fact]
    public void Mondays_and_Thursdays_of_a_month_are_counted_from_its_begin_and_its_end()
    {
        Assert.Equal(["05-04", "05-25", "08-31"], Of("GB", 2026).Where(holiday => holiday.English.Contains("bank")).Select(holiday => holiday.Day.ToString("MM-dd")));
        Assert.Equal(["01-19", "09-07", "11-26"], Of("US", 2026).Where(holiday => holiday.English is "Martin Luther King Jr. Day" or "Labor Day" or "Thanksgiving").Select(holiday => holiday.Day.ToString("MM-dd")));
    }

    [Theory]
    [InlineData(2021, "12-25 12-26 12-27 12-28")]
    [InlineData(2022, "12-25 12-26 12-27")]
    [InlineData(2026, "12-25 12-26 12-28")]
    [InlineData(2025, "12-25 12-26")]
    public void A_British_holiday_on_a_weekend_is_kept_on_the_next_working_day_too(int year, string days) =>
        Assert.Equal(days.Split(' '), Of("GB", year).Where(holiday => holiday.Day.Month == 12).Select(holiday => holiday.Day.ToString("MM-dd")));

    [Fact]
    public void Twelve_months_hold_each_holiday_once()
    {
        foreach (var country in Holidays.All.Where(country => !country.MovesOn))
        {
            var next = country.Between(new(2026, 7, 14), new(2027, 7, 13));
            // Where Easter moves, its days may fall out of such a year or into it twice; from July on they do not.
            Assert.Equal(country.Rules.Count, next.Count);
            Assert.Equal(next.Count, next.Select(holiday => holiday.Day).Distinct().Count());
        }
    }

    private static IReadOnlyList<Holiday> Of(string country, int year) => Holidays.In(country)!.Between(new(year, 1, 1), new(year, 12, 31));
}
