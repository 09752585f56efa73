namespace CommunityWidget.Sites.Calendar;

/// <summary>A country with the rules of its public holidays.</summary>
/// <param name="Code">ISO 3166, two letters.</param>
/// <param name="Zones">Time zones by which it is recognised.</param>
/// <param name="MovesOn">A holiday on a weekend is kept on the next working day too.</param>
/// <param name="Rules">Its holidays.</param>
public sealed record Country(string Code, IReadOnlyList<string> Zones, bool MovesOn, IReadOnlyList<HolidayRule> Rules)
{
    /// <summary>Its holidays from a day to another, both counted, in order.</summary>
    public IReadOnlyList<Holiday> Between(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(Of).Where(holiday => first <= holiday.Day && holiday.Day <= last).OrderBy(holiday => holiday.Day)];

    private IEnumerable<Holiday> Of(int year)
    {
        var days = Rules.Select(rule => new Holiday(rule.In(year), rule.English, rule.French)).ToList();
        if (!MovesOn) return days;
        var taken = days.Select(holiday => holiday.Day).ToHashSet();
        foreach (var holiday in days.Where(holiday => IsWeekend(holiday.Day)).OrderBy(holiday => holiday.Day).ToList())
        {
            var instead = holiday.Day;
            while (IsWeekend(instead) || taken.Contains(instead)) instead = instead.AddDays(1);
            taken.Add(instead);
            days.Add(holiday with { Day = instead });
        }
        return days;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A public holiday of one year.</summary>
public sealed record Holiday(DateOnly Day, string English, string French)
{
    public string Name(string language) => language == "fr" ? French : English;
}

/// <summary>How a holiday is found in any year.</summary>
public sealed record HolidayRule(string English, string French, Func<int, DateOnly> In)
{
    public static HolidayRule On(int month, int day, string english, string french) => new(english, french, year => new(year, month, day));

    public static HolidayRule AfterEaster(int days, string english, string french) => new(english, french, year => Easter.Of(year).AddDays(days));

    public static HolidayRule Nth(int number, DayOfWeek weekday, int month, string english, string french) => new(english, french, year =>
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (number - 1)));
    });

    public static HolidayRule Last(DayOfWeek weekday, int month, string english, string french) => new(english, french, year =>
    {
        var last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    });
}
