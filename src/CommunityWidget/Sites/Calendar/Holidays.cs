using static CommunityWidget.Sites.Calendar.HolidayRule;

namespace CommunityWidget.Sites.Calendar;

/// <summary>Public holidays by country: those kept in the whole of it. Regions and shops add or remove their own.</summary>
public static class Holidays
{
    private static readonly HolidayRule
        NewYear = On(1, 1, "New Year’s Day", "Jour de l’An"),
        GoodFriday = AfterEaster(-2, "Good Friday", "Vendredi saint"),
        EasterMonday = AfterEaster(1, "Easter Monday", "Lundi de Pâques"),
        Labour = On(5, 1, "Labour Day", "Fête du Travail"),
        Ascension = AfterEaster(39, "Ascension Day", "Ascension"),
        WhitMonday = AfterEaster(50, "Whit Monday", "Lundi de Pentecôte"),
        Assumption = On(8, 15, "Assumption Day", "Assomption"),
        AllSaints = On(11, 1, "All Saints’ Day", "Toussaint"),
        Armistice = On(11, 11, "Armistice Day", "Armistice de 1918"),
        Christmas = On(12, 25, "Christmas Day", "Noël"),
        SecondChristmas = On(12, 26, "Second Day of Christmas", "Lendemain de Noël");

    public static readonly IReadOnlyList<Country> All =
    [
        new("FR", ["Europe/Paris"], MovesOn: false,
        [
            NewYear, EasterMonday, Labour, On(5, 8, "Victory Day", "Victoire de 1945"), Ascension, WhitMonday,
            On(7, 14, "Bastille Day", "Fête nationale"), Assumption, AllSaints, Armistice, Christmas,
        ]),
        new("BE", ["Europe/Brussels"], MovesOn: false,
            [NewYear, EasterMonday, Labour, Ascension, WhitMonday, On(7, 21, "National Day", "Fête nationale"), Assumption, AllSaints, Armistice, Christmas]),
        new("LU", ["Europe/Luxembourg"], MovesOn: false,
        [
            NewYear, EasterMonday, Labour, On(5, 9, "Europe Day", "Journée de l’Europe"), Ascension, WhitMonday,
            On(6, 23, "National Day", "Fête nationale"), Assumption, AllSaints, Christmas, SecondChristmas,
        ]),
        new("DE", ["Europe/Berlin"], MovesOn: false,
            [NewYear, GoodFriday, EasterMonday, Labour, Ascension, WhitMonday, On(10, 3, "German Unity Day", "Jour de l’unité allemande"), Christmas, SecondChristmas]),
        new("ES", ["Europe/Madrid", "Atlantic/Canary"], MovesOn: false,
        [
            NewYear, On(1, 6, "Epiphany", "Épiphanie"), GoodFriday, Labour, Assumption, On(10, 12, "National Day", "Fête nationale"), AllSaints,
            On(12, 6, "Constitution Day", "Jour de la Constitution"), On(12, 8, "Immaculate Conception", "Immaculée Conception"), Christmas,
        ]),
        new("GB", ["Europe/London"], MovesOn: true,
        [
            NewYear, GoodFriday, EasterMonday, Nth(1, DayOfWeek.Monday, 5, "Early May bank holiday", "Jour férié de début mai"), Last(DayOfWeek.Monday, 5, "Spring bank holiday", "Jour férié de printemps"),
            Last(DayOfWeek.Monday, 8, "Summer bank holiday", "Jour férié d’été"), Christmas, On(12, 26, "Boxing Day", "Lendemain de Noël"),
        ]),
        new("US", ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"], MovesOn: false,
        [
            NewYear, Nth(3, DayOfWeek.Monday, 1, "Martin Luther King Jr. Day", "Journée de Martin Luther King"), Nth(3, DayOfWeek.Monday, 2, "Washington’s Birthday", "Anniversaire de Washington"),
            Last(DayOfWeek.Monday, 5, "Memorial Day", "Memorial Day"), On(6, 19, "Juneteenth", "Juneteenth"), On(7, 4, "Independence Day", "Fête de l’Indépendance"),
            Nth(1, DayOfWeek.Monday, 9, "Labor Day", "Fête du Travail"), Nth(2, DayOfWeek.Monday, 10, "Columbus Day", "Columbus Day"), On(11, 11, "Veterans Day", "Jour des anciens combattants"),
            Nth(4, DayOfWeek.Thursday, 11, "Thanksgiving", "Thanksgiving"), Christmas,
        ]),
    ];

    public static Country? In(string? code) => All.FirstOrDefault(country => country.Code == code);

    /// <summary>The country of a time zone, where we know it.</summary>
    public static Country? Of(string? zone) => All.FirstOrDefault(country => country.Zones.Contains(zone ?? ""));
}
