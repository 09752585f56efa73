using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>
/// How long a parked question stays with whom it was given to: a day, and a working day of the team's or the site's own target where that is
/// later, so that what is given on a Friday evening is still theirs on Monday.
/// </summary>
public static class AssignedFor
{
    public const long LeastMs = 24L * 3_600 * 1_000;

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    /// <summary>Until when, given now.</summary>
    public static long Until(Site site, DateTimeOffset now)
    {
        var target = TimeSpan.FromMinutes(site.AnswerMinutes);
        var open = target > WorkingDay ? target : WorkingDay;
        var worked = site.Hours.IsReadable ? site.Hours.After(now, open) : now + open;
        return Math.Max(now.ToUnixTimeMilliseconds() + LeastMs, worked?.ToUnixTimeMilliseconds() ?? 0);
    }
}
