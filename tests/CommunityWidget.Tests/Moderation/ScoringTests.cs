using CommunityWidget.Judges.Scoring;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What the report says of the scores is counted, not written by hand.</summary>
public sealed class ScoringTests
{
    // Of ten rows eight are bad.
    private static readonly Tally Careful = Of(hit: 6, missed: 2, wrong: 0, clean: 2), Stops = Of(hit: 8, missed: 0, wrong: 2, clean: 0), Half = Of(hit: 6, missed: 2, wrong: 1, clean: 1);

    [Fact]
    public void Who_stops_everything_is_ahead_by_the_F1_of_the_bad_and_far_behind_by_both()
    {
        Assert.True(Stops.F1 > Careful.F1);
        Assert.Equal(Stops.F1 / 2, Stops.Macro, 6);
        // 12/14 of the bad, 4/6 of the others.
        Assert.Equal(((12 / 14.0) + (4 / 6.0)) / 2, Careful.Macro, 6);
    }

    [Fact]
    public void It_is_said_by_each_measure_on_how_many_sets_the_shipped_one_is_ahead_and_behind_what_it_is()
    {
        using var to = new StringWriter { NewLine = "\n" };
        Compared.Write([new("quarrels (en)", Careful, [("a list", Half), (Compared.Everything, Stops)]), new("disputes (fr)", Half, [("a list", Careful), (Compared.Everything, Stops)])], to);

        Assert.Equal(
            """
            - By **macro F1** ahead of every floor on 1 of 2 sets; behind on disputes (fr), a list 0.762 to 0.600.
            - By **balanced accuracy** ahead of every floor on 1 of 2 sets; behind on disputes (fr), a list 0.875 to 0.625.
            - By **F1 of the bad class alone** ahead of every floor on 0 of 2 sets; behind on quarrels (en), everything is bad 0.889 to 0.857; disputes (fr), everything is bad 0.889 to 0.800.

            By that last measure *everything is bad* is the best of all on 2 of 2 (quarrels (en), disputes (fr)): sets of mostly bad rows reward who stops everything.

            """.ReplaceLineEndings("\n"),
            to.ToString());
    }

    [Fact]
    public void As_good_as_a_floor_is_not_ahead_of_it()
    {
        using var to = new StringWriter();
        Compared.Write([new("quarrels (en)", Careful, [("a list", Careful)])], to);

        Assert.Contains("**macro F1** ahead of every floor on 0 of 1 sets", to.ToString(), StringComparison.Ordinal);
    }

    private static Tally Of(int hit, int missed, int wrong, int clean)
    {
        var tally = new Tally();
        foreach (var (times, bad, held) in new[] { (hit, true, true), (missed, true, false), (wrong, false, true), (clean, false, false) })
        {
            for (var i = 0; i < times; i++) tally.Count(bad, held);
        }
        return tally;
    }
}
