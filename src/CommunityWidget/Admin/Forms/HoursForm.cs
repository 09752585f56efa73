using System.Globalization;
using CommunityWidget.Sites;
using CommunityWidget.Sites.Calendar;

namespace CommunityWidget.Admin.Forms;

/// <summary>Opening hours as a week of spans, and the days that differ from it.</summary>
public sealed class HoursForm
{
    public const int MostDates = 60;

    /// <summary>In the order people here read a week.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool Always { get; set; }
    public string? TimeZone { get; set; }
    public List<DayLine> Days { get; set; } = [];
    public List<DateLine> Dates { get; set; } = [];

    public static HoursForm Of(Hours hours) => new()
    {
        Always = hours.Spans.Count == 0,
        TimeZone = hours.TimeZone,
        Days = [.. Week.Select(day => DayLine.Of([.. hours.Spans.Where(s => s.Day == day).OrderBy(s => s.FromMinute).Select(s => new OpenMinutes(s.FromMinute, s.ToMinute))]))],
        Dates = [.. (hours.Dates ?? []).Select(DateLine.Of)],
    };

    /// <summary>The country whose public holidays are added.</summary>
    public string? Country { get; set; }

    /// <summary>Adds a day or hours, or takes a day away, nothing saved yet; false when another button was pressed.</summary>
    public bool Press(string press)
    {
        var (what, where) = press.Split(':', 2) is [var verb, var rest] ? (verb, rest) : (press, "");
        switch (what)
        {
            case "add-date":
                if (Dates.Count < MostDates) Dates.Add(new());
                return true;
            case "remove-date":
                if (Place(where, Dates.Count) is { } place) Dates.RemoveAt(place);
                return true;
            case "add-span":
                if (Line(where) is { IsFull: false } line) line.More.Add(new());
                return true;
            default:
                return false;
        }
    }

    /// <summary>Adds the holidays of the chosen country in the year from a day on, but for days that stand there already, be it for every year. They are saved with the rest.</summary>
    public void AddHolidays(DateOnly from, string language)
    {
        if (Holidays.In(Country) is not { } country) return;
        var known = Dates.Select(line => line.First?.Trim()).ToHashSet();
        // The later line counts where two name a day: a holiday must not close what was set for that very day.
        var set = Dates.Select(line => line.Read("", [])).OfType<DatedHours>().Where(dated => dated.Yearly || dated.From == dated.To).ToList();
        Dates.AddRange(country.Between(from, from.AddYears(1).AddDays(-1))
            .Where(holiday => !set.Exists(dated => dated.Covers(holiday.Day)))
            .Select(holiday => DateLine.Of(new(holiday.Day, holiday.Day, [], Name: holiday.Name(language))))
            .Where(line => known.Add(line.First)));
    }

    private DayLine? Line(string field) => field.Split('[', ']') switch
    {
        ["Hours.Days", var place, ""] => Place(place, Days.Count) is { } day ? Days[day] : null,
        ["Hours.Dates", var place, ".Times"] => Place(place, Dates.Count) is { } date ? Dates[date].Times : null,
        _ => null,
    };

    private static int? Place(string text, int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < count ? place : null;

    public Reading<Hours> Read()
    {
        var faults = new List<Fault>();
        var zone = (TimeZone ?? "").Trim();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId) faults.Add(new("Hours.TimeZone", "time_zone", zone));
        if (Dates.Count > MostDates) faults.Add(new("Hours.Dates", "dates_many", $"{MostDates}"));
        var dates = Dates.Take(MostDates).Select((line, place) => line.Read($"Hours.Dates[{place}]", faults)).OfType<DatedHours>().ToList();
        var spans = Always ? [] : Spans(faults);
        if (!Always && faults.Count == 0 && spans.Count == 0) faults.Add(new("Hours.Days", "hours_never"));
        return faults.Count > 0 ? faults : new Hours(found!.Id, spans, dates.Count > 0 ? dates : null);
    }

    private List<OpenSpan> Spans(List<Fault> faults) => [.. Days.Take(Week.Count).SelectMany((line, place) =>
        line.Read($"Hours.Days[{place}]", faults).Select(open => new OpenSpan(Week[place], open.FromMinute, open.ToMinute)))];
}
