using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Judges.Training;

namespace CommunityWidget.Tests.Moderation;

/// <summary>From where on a text is held is chosen by what must pass, and by which floors are beaten.</summary>
public sealed class ThresholdTests
{
    // At 50 % nothing of it is wrong, at 70 % four are missed; and far behind is the best of floors.
    private static readonly ScoredSet Easy = new("easy", [.. Rows(true, 0.9f, 6), .. Rows(true, 0.6f, 4), .. Rows(false, 0.1f, 10)]) { Bar = new(0.1, 0.1) };

    // At 50 % three are held for nothing, which a floor does better.
    private static readonly ScoredSet Close = new("close", [.. Rows(true, 0.9f, 9), .. Rows(true, 0.1f, 1), .. Rows(false, 0.6f, 3), .. Rows(false, 0.1f, 7)]) { Bar = new(0.85, 0.85) };

    [Fact]
    public void To_be_ahead_of_a_floor_counts_more_than_to_be_further_ahead_of_another()
    {
        Assert.InRange(Chosen([Easy, Close], []), 0.61f, 0.9f);
        Assert.InRange(Chosen([Easy, Close with { Bar = Bar.None }], []), 0.3f, 0.6f);
    }

    [Fact]
    public void To_be_behind_a_floor_by_little_weighs_more_than_to_be_far_ahead_by_a_little_more()
    {
        // At 50 % all of it is told, at 70 % two in ten bad ones are missed.
        ScoredSet far = new("far", [.. Rows(true, 0.9f, 8), .. Rows(true, 0.6f, 2), .. Rows(false, 0.1f, 10)]) { Bar = new(0.1, 0.1) };
        // At 50 % two of a hundred are held for nothing, and a floor is just ahead; at 70 % it is just behind.
        ScoredSet near = new("near", [.. Rows(true, 0.9f, 90), .. Rows(true, 0.1f, 10), .. Rows(false, 0.6f, 2), .. Rows(false, 0.1f, 98)]) { Bar = new(0.948, 0.948) };

        Assert.InRange(Chosen([far, near], []), 0.61f, 0.9f);
    }

    [Fact]
    public void What_must_pass_does_whatever_is_missed_for_it() => Assert.InRange(Chosen([Easy], [new("calm", Rows(false, 0.92f, 100))]), 0.93f, 1);

    [Fact]
    public void What_customers_will_write_is_not_what_must_pass_so_some_reserve_is_left() => Assert.InRange(Chosen([Easy], [new("calm", Rows(false, 0.905f, 100))]), 0.95f, 1);

    [Fact]
    public void Nor_do_they_sound_quite_like_it()
    {
        // Between what is bad and what must pass there is nothing but half of how much it sounds like a shop: too little to go by.
        ScoredSet bad = new("bad", [.. Rows(true, 0.6f, 10).Select(row => row with { ShopTalk = 1.5f }), .. Rows(false, 0.1f, 10)]);
        ScoredSet calm = new("calm", [.. Rows(false, 0.6f, 100).Select(row => row with { ShopTalk = 2.5f })]);

        Assert.InRange(Thresholds.Choose("en", [bad], [calm]).Of(isClue: false, ofGroup: false, words: 20, shopTalk: 1.5f), 0.601f, 1);
    }

    [Fact]
    public void One_or_two_of_a_small_set_that_must_pass_are_an_accident() => Assert.InRange(Chosen([Easy], [new("calm", [.. Rows(false, 0.95f, 2), .. Rows(false, 0.1f, 98)])]), 0.4f, 0.6f);

    [Fact]
    public void What_the_lists_are_sure_of_is_held_anyway_and_asks_nothing_of_the_model() =>
        Assert.InRange(Chosen([Easy], [new("calm", [.. Rows(false, 0.1f, 5).Select(row => row with { IsSure = true }), .. Rows(false, 0.1f, 95)])]), 0.4f, 0.6f);

    [Fact]
    public void A_floor_that_learns_is_asked_for_rows_it_did_not_see()
    {
        var set = new TextSet("mine", "en", MayTrain: true, [.. Enumerable.Range(0, 200).Select(i => new LabelledText($"word{i} only{i}", IsBad: i % 2 == 0))]);

        Assert.InRange(Bar.Of(set, []).Macro, 0, 0.6);
        Assert.Equal(new Bar(1, 1), Bar.Of(set, [new ListFloor(set.Rows.Where(row => row.IsBad).Select(row => row.Text))]));
    }

    private static float Chosen(ScoredSet[] bad, ScoredSet[] good) => Thresholds.Choose("en", bad, good).Of(isClue: false, ofGroup: false, words: 20, shopTalk: 0);

    private static ScoredRow[] Rows(bool isBad, float score, int times) => [.. Enumerable.Repeat(new ScoredRow(isBad, IsSure: false, IsClue: false, OfGroup: false, Words: 20, score, ShopTalk: 0), times)];
}
