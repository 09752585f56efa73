using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Moderation;

/// <summary>The same text of one author over and over, counted for a minute.</summary>
public sealed class RepeatedTextTests
{
    private const string Text = "Where is my parcel?";

    private readonly TestClock _clock = new(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly Guid _robin = Guid.CreateVersion7();
    private readonly Floods _floods;
    private int _keys;

    public RepeatedTextTests() => _floods = With(new() { MessagesInTenSeconds = 3 });

    [Fact]
    public void One_time_too_many_is_repeated_also_in_capitals_and_with_gaps_around_it()
    {
        Assert.False(Says(Text));
        Assert.False(Says($" {Text} "));
        Assert.True(Says(Text.ToUpperInvariant()));
    }

    [Fact]
    public void What_is_sent_again_under_its_key_was_said_once()
    {
        for (var times = 0; times < 5; times++) Assert.False(_floods.IsRepeated(_robin, Text, "one key"));
    }

    [Fact]
    public void Two_that_wait_and_are_sent_again_in_turn_were_said_once_each()
    {
        for (var times = 0; times < 9; times++)
        {
            Assert.False(_floods.IsRepeated(_robin, Text, "one key"));
            Assert.False(_floods.IsRepeated(_robin, Text, "another key"));
        }
    }

    [Fact]
    public void Short_words_may_be_said_as_often_as_one_likes()
    {
        for (var times = 0; times < 5; times++) Assert.False(Says("yes please"));
    }

    [Fact]
    public void Another_text_and_another_author_are_counted_by_themselves()
    {
        for (var times = 0; times < 2; times++) Assert.False(Says(Text));

        Assert.False(Says("Where is my other parcel?"));
        Assert.False(_floods.IsRepeated(Guid.CreateVersion7(), Text, "another"));
    }

    [Fact]
    public void After_a_minute_it_begins_anew()
    {
        Assert.False(Says("What is old was swept out just now."));
        _clock.Advance(TimeSpan.FromSeconds(30));
        for (var times = 0; times < 2; times++) Assert.False(Says(Text));
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(Says("And now once more."));
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.False(Says(Text));
        Assert.False(Says(Text));
        Assert.True(Says(Text));
    }

    [Fact]
    public void Many_different_texts_in_a_short_time_are_too_fast_and_slower_they_are_not()
    {
        for (var times = 0; times < 3; times++) Assert.False(IsTooFast());
        Assert.True(IsTooFast());
        Assert.False(_floods.IsTooFast(Guid.CreateVersion7(), "somebody else's"));
        _clock.Advance(TimeSpan.FromSeconds(10.1));
        for (var times = 0; times < 20; times++, _clock.Advance(TimeSpan.FromSeconds(3.5))) Assert.False(IsTooFast());
    }

    [Fact]
    public void A_message_on_its_way_again_under_its_key_was_one()
    {
        for (var times = 0; times < 9; times++) Assert.False(_floods.IsTooFast(_robin, "one key"));
    }

    [Fact]
    public void Three_messages_on_their_way_again_in_turn_were_three_and_a_fourth_is_too_fast_for_as_long()
    {
        for (var times = 0; times < 9; times++)
        {
            for (var key = 1; key <= 3; key++) Assert.False(_floods.IsTooFast(_robin, $"key {key}"));
        }
        for (var times = 0; times < 9; times++) Assert.True(_floods.IsTooFast(_robin, $"key {4 + (times % 2)}"));
        _clock.Advance(TimeSpan.FromSeconds(10.1));

        // What was refused was not said: it counts when it comes again.
        for (var key = 4; key <= 6; key++) Assert.False(_floods.IsTooFast(_robin, $"key {key}"));
        Assert.True(_floods.IsTooFast(_robin, "key 7"));
    }

    [Fact]
    public void Where_nothing_is_limited_nobody_is_too_fast()
    {
        var open = With(new() { Enabled = false, MessagesInTenSeconds = 3 });
        for (var times = 0; times < 9; times++) Assert.False(open.IsTooFast(_robin, $"key-{_keys++}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nothing_is_judged_the_same_may_be_said_over_and_over(bool isJudged)
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();
        var judge = new JudgeMessage(world.Get<CommunityWidget.Moderation.Judging.Judges>(), With(new() { MessagesInTenSeconds = 99 }), world.Get<Silences>(), world.Get<Idempotency>(), Options.Create(new ModerationOptions { Judge = isJudged }));
        for (var times = 0; times < 2; times++) Assert.Null((await judge.Run(visitor, Text, $"key-{_keys++}")).Refusal);

        Assert.Equal(isJudged ? Refusals.TextRepeated : null, (await judge.Run(visitor, Text, $"key-{_keys++}")).Refusal);
    }

    private bool IsTooFast() => _floods.IsTooFast(_robin, $"key-{_keys++}");

    private Floods With(LimitOptions limits) => new(_clock, Options.Create(new ModerationOptions { SameInAMinute = 2 }), Options.Create(limits));

    private bool Says(string text) => _floods.IsRepeated(_robin, text, $"key-{_keys++}");
}
