namespace CommunityWidget.Sites.Calendar;

/// <summary>Easter Sunday: the first Sunday after the church's full moon of spring.</summary>
public static class Easter
{
    public static DateOnly Of(int year)
    {
        // The moon repeats itself every nineteen years, and century years correct it.
        var (golden, century) = (year % 19, year / 100);
        var leapless = century - (century / 4);
        var moonDrift = ((8 * century) + 13) / 25;
        var age = ((19 * golden) + leapless - moonDrift + 15) % 30;
        // Two moons that would fall too late are a day earlier.
        if (age == 29 || (age == 28 && golden > 10)) age--;
        var fullMoon = new DateOnly(year, 3, 21).AddDays(age);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }
}
