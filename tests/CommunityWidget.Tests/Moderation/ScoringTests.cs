using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Scoring;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

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

    [Fact]
    public void Every_row_is_judged_once_and_by_nobody_who_saw_it()
    {
        var set = new TextSet("mine", "en", MayTrain: true, [.. Enumerable.Range(0, 300).Select(i => new LabelledText($"word{i} only{i}", IsBad: i % 3 == 0))]);
        var once = ScoreCrossed.Once(set, ByHeart(set.Train), Enumerable.Range(0, TextSet.Parts).Select(part => ByHeart(set.AllBut(part))));

        Assert.Equal((300, 100), (once.Rows, once.Bad));
        Assert.Equal(0, once.Recall);
    }

    [Fact]
    public void The_table_of_every_row_says_who_is_best_and_leaves_out_lists_a_language_does_not_have()
    {
        var set = new TextSet("mine", "fr", MayTrain: true, [.. Enumerable.Range(0, 300).Select(i => new LabelledText($"word{i} {(i % 3 == 0 ? "zut" : "oui")}", IsBad: i % 3 == 0))]);
        TextModel.Side silent = new(new sbyte[TextFeatures.Buckets], 0, 0);
        TextModel deaf = new(silent, silent, new float[Clues.Count], new(0.9f, 0.9f), new(0.9f, 0.9f));
        using var to = new StringWriter();
        ScoreCrossed.Write([set], deaf, [deaf, deaf, deaf], _ => new Dictionary<string, ListFloor> { ["ldnoobw"] = new(["zut"]) }, to);

        Assert.Contains("| mine (fr) | 300 | 100 | 0.400 / 0.500 | **1.000** / **1.000** | **1.000** / **1.000** |  |", to.ToString(), StringComparison.Ordinal);
    }

    // Who has it by heart knows what they saw, and nothing else.
    private static Func<LabelledText, bool> ByHeart(IEnumerable<LabelledText> rows)
    {
        var seen = rows.ToHashSet();
        return row => seen.Contains(row) && row.IsBad;
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
