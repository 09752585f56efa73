using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Some questions added up. What each number means stands in <see cref="Texts.NumbersTexts"/>, beside the number on the page.</summary>
public sealed record Summary
{
    public const long FastMs = 10_000;

    public static readonly Summary Nothing = Of([]);

    /// <summary>Questions asked.</summary>
    public required int Asked { get; init; }

    /// <summary>How many ended in each of <see cref="Ends"/>; together they are all.</summary>
    public required IReadOnlyDictionary<string, int> By { get; init; }

    /// <summary>Somebody took it.</summary>
    public required int Taken { get; init; }

    /// <summary>And in less than ten seconds.</summary>
    public required int Fast { get; init; }

    /// <summary>Half of what was taken was taken in this time or less.</summary>
    public required long? P50 { get; init; }

    /// <summary>Nine of ten.</summary>
    public required long? P90 { get; init; }

    public required int ReachedTeam { get; init; }

    /// <summary>How many gave one star, two, three, four, five.</summary>
    public required IReadOnlyList<int> Stars { get; init; }

    public required long VisitorMessages { get; init; }
    public required long SuperUserMessages { get; init; }
    public required long TeamMessages { get; init; }

    public int Answered => By[Ends.SuperUsers] + By[Ends.Team] + By[Ends.Later];

    public int Never => By[Ends.Withdrawn] + By[Ends.Wordless] + By[Ends.Unanswered] + By[Ends.KeptBack];

    public int Rated => Stars.Sum();

    public double? AverageStars => Rated == 0 ? null : Stars.Select((count, place) => (double)count * (place + 1)).Sum() / Rated;

    public long Messages => VisitorMessages + SuperUserMessages + TeamMessages;

    public double? ShareFast => Share(Fast, Asked);

    public static double? Share(long part, long of) => of == 0 ? null : (double)part / of;

    public static Summary Of(IReadOnlyCollection<QuestionRow> rows)
    {
        var by = Ends.All.ToDictionary(end => end, _ => 0);
        var (stars, times) = (new int[5], new List<long>(rows.Count));
        var (team, visitors, volunteers, agents) = (0, 0L, 0L, 0L);
        foreach (var row in rows)
        {
            by[row.Outcome]++;
            if (row.TakenMs is { } taken) times.Add(taken);
            if (row.Stars is { } given) stars[given - 1]++;
            if (row.ReachedTeam) team++;
            visitors += row.VisitorMessages;
            volunteers += row.SuperUserMessages;
            agents += row.TeamMessages;
        }
        times.Sort();
        return new()
        {
            Asked = rows.Count,
            By = by,
            Taken = times.Count,
            Fast = times.TakeWhile(ms => ms < FastMs).Count(),
            P50 = Percentile(times, 50),
            P90 = Percentile(times, 90),
            ReachedTeam = team,
            Stars = stars,
            VisitorMessages = visitors,
            SuperUserMessages = volunteers,
            TeamMessages = agents,
        };
    }

    /// <summary>The smallest time that so many of a hundred do not exceed: always one that was measured, never one between two.</summary>
    public static long? Percentile(IReadOnlyList<long> sorted, int percent) =>
        sorted.Count == 0 ? null : sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}

/// <summary>A line of a table: some questions that have something in common.</summary>
/// <param name="Key">What: a rung, a topic, a language, an hour, a day.</param>
/// <param name="Summary">The questions added up.</param>
public sealed record Group(string Key, Summary Summary);
