using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Tests.Moderation;

/// <summary>From where on a text is held: the less it sounds like a shop the less is enough, within bounds.</summary>
public sealed class BoundsTests
{
    private const int Words = 20;

    private static readonly TextModel.Bounds Bounds = new(Beside: 0.5f, Alone: 0.6f, Start: 0, SlopeBeside: 0.5f, SlopeAlone: 0.25f, SlopeOfGroup: 1);

    [Fact]
    public void What_sounds_like_a_shop_is_held_from_the_same_place_on_however_much_it_does()
    {
        Assert.Equal(0.5f, Bounds.Of(isClue: true, ofGroup: false, Words, shopTalk: 0));
        Assert.Equal(0.5f, Bounds.Of(isClue: true, ofGroup: false, Words, shopTalk: 5));
    }

    [Fact]
    public void The_less_it_does_the_less_is_enough_and_least_where_a_group_is_spoken_of()
    {
        var (beside, alone, ofGroup) = (Bounds.Of(true, false, Words, -2), Bounds.Of(false, false, Words, -2), Bounds.Of(true, true, Words, -2));

        Assert.True(beside < 0.5f && alone < 0.6f && ofGroup < beside, $"{beside} {alone} {ofGroup}");
    }

    [Fact]
    public void Something_is_always_needed() => Assert.Equal(0.04f, Bounds.Of(true, true, Words, -100));

    [Fact]
    public void Two_words_sound_like_nothing_and_are_held_for_no_less() => Assert.Equal(0.5f, Bounds.Of(true, true, words: 2, shopTalk: -100));

    [Fact]
    public void Nothing_is_so_sure_that_a_site_hears_of_it_that_wants_to_hear_nothing()
    {
        TextModel.Side silent = new(new sbyte[TextFeatures.Buckets], 1, 0);
        var sure = new TextModel(silent with { Bias = 100 }, silent, new float[Clues.Count], Bounds, Bounds);
        using var read = new ReadText("Anything at all");

        Assert.InRange(sure.Of(read, default).Insult, 0.99f, 0.999f);
    }
}
