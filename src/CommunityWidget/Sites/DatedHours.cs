namespace CommunityWidget.Sites;

/// <summary>The hours of certain days.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
/// <param name="Open">Minutes from and to, as on a weekday; none means closed.</param>
/// <param name="Yearly">Every year again, whatever year <paramref name="From"/> says.</param>
/// <param name="Name">What the team calls it.</param>
public sealed record DatedHours(DateOnly From, DateOnly To, IReadOnlyList<OpenMinutes> Open, bool Yearly = false, string? Name = null)
{
    public bool Covers(DateOnly day)
    {
        if (!Yearly) return From <= day && day <= To;
        var (first, last, that) = (OfYear(From), OfYear(To), OfYear(day));
        // A week around New Year begins after it ends.
        return first <= last ? first <= that && that <= last : that >= first || that <= last;
    }

    public IReadOnlyList<OpenSpan> Spans(DayOfWeek day) => [.. Open.Select(open => new OpenSpan(day, open.FromMinute, open.ToMinute))];

    private static int OfYear(DateOnly day) => (day.Month * 100) + day.Day;
}

/// <summary>Open from a minute of the day up to, not including, another.</summary>
public sealed record OpenMinutes(int FromMinute, int ToMinute);
