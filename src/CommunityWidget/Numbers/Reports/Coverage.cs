using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Demand against presence, by hour of the week on the site's own clock: where more super users would help.</summary>
/// <param name="Cells">Monday to Sunday, each from midnight on.</param>
/// <param name="MeasuredSince">Presence is counted since then; 0 when it never was.</param>
public sealed record Coverage(IReadOnlyList<CoverageCell> Cells, long MeasuredSince)
{
    private const int Named = 5;

    /// <summary>The hours in which most questions were missed, worst first.</summary>
    public IReadOnlyList<CoverageCell> Worst =>
        [.. Cells.Where(c => c.Missed > 0).OrderByDescending(c => c.Missed).ThenByDescending(c => c.Questions).ThenBy(c => c.PeopleMinutes).ThenBy(c => (c.Weekday * 24) + c.Hour).Take(Named)];

    public int MostMissed => Cells.Max(c => c.Missed);

    /// <param name="questions">Of the period.</param>
    /// <param name="available">Who could be asked in it.</param>
    /// <param name="span">Up to where that was looked at.</param>
    /// <param name="time">The site's own.</param>
    /// <param name="measuredSince">Since when it is.</param>
    public static Coverage Of(IReadOnlyCollection<QuestionRow> questions, IEnumerable<HourRow> available, Span span, SiteTime time, long measuredSince)
    {
        var asked = questions.ToLookup(q => Place(time.HourOf(q.AskedAt + q.HeldMs)));
        var minutes = available.GroupBy(a => Place(time.HourOf(a.Hour))).ToDictionary(g => g.Key, g => g.Sum(a => a.Minutes));
        var measured = time.HoursOfWeek(measuredSince == 0 ? span.To : Math.Max(span.From, measuredSince), span.To);
        return new([.. from day in Enumerable.Range(0, 7) from hour in Enumerable.Range(0, 24) select Cell(day, hour, [.. asked[(day, hour)]], minutes.GetValueOrDefault((day, hour)), measured[day, hour])], measuredSince);
    }

    private static CoverageCell Cell(int day, int hour, IReadOnlyCollection<QuestionRow> questions, long minutes, double measuredHours)
    {
        var missed = questions.Where(q => q.Outcome is not (Ends.SuperUsers or Ends.Withdrawn or Ends.KeptBack or Ends.Open)).ToList();
        return new(day, hour, questions.Count, missed.Count, minutes, measuredHours, Most(missed.Select(q => q.Language)), Most(missed.Select(q => q.Topic ?? ReportFilter.NoTopic)));
    }

    private static (int Day, int Hour) Place(LocalHour at) => (at.Weekday, at.Hour);

    private static string? Most(IEnumerable<string> of) =>
        of.CountBy(one => one).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key).FirstOrDefault();
}

/// <summary>One hour of the week.</summary>
/// <param name="Weekday">Monday is 0.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Questions">Asked in it, or let through by a moderator.</param>
/// <param name="Missed">Of them, those no super user answered live: the team did, or it was later, or never. What was withdrawn, not let through or is still open is left out.</param>
/// <param name="PeopleMinutes">Minutes of super users who could be asked.</param>
/// <param name="MeasuredHours">How long presence was counted in such hours.</param>
/// <param name="Language">Of most that were missed.</param>
/// <param name="Topic">Of most that were missed; <see cref="ReportFilter.NoTopic"/> for none.</param>
public sealed record CoverageCell(int Weekday, int Hour, int Questions, int Missed, long PeopleMinutes, double MeasuredHours, string? Language, string? Topic)
{
    /// <summary>How many super users could be asked, on average; null where nobody looked yet.</summary>
    public double? People => MeasuredHours <= 0 ? null : PeopleMinutes / 60.0 / MeasuredHours;
}
