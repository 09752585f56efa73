using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A visitor who is asked to pause is told so, and until when; nothing of theirs disappears.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task Whoever_is_silenced_may_not_write_is_told_until_when_and_writes_again_after()
    {
        await using var world = await TestWorld.Start();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await world.TalkWith(maya);

        Assert.Equal(world.Now + 600_000, (await world.Get<SilenceVisitor>().Run(agent, thread.PublicId, 10)).Value!.Until);
        var refusal = (await world.Say(visitor, thread)).Refusal!;
        Assert.Equal((Refusals.Silenced.Number, 600), (refusal.Number, refusal.RetryAfter));
        Assert.NotNull((await world.Say(maya, thread)).Value);

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull((await world.Say(visitor, thread)).Value);
    }

    [Fact]
    public async Task It_holds_on_another_node_after_its_next_look_and_is_taken_back()
    {
        await using var world = await TestWorld.Start();
        await using var other = world.AnotherNode();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Get<SilenceVisitor>().Run(agent, thread.PublicId, SilenceVisitor.MostMinutes);

        await other.Get<Silences>().Refresh();
        Assert.Equal(Refusals.Silenced.Number, (await other.Say(visitor, thread)).Refusal!.Number);
        await world.Get<SilenceVisitor>().Run(agent, thread.PublicId, 0);
        await other.Get<Silences>().Refresh();
        Assert.NotNull((await other.Say(visitor, thread)).Value);
    }

    [Fact]
    public async Task A_shorter_pause_ends_no_longer_one_and_lifts_no_block()
    {
        await using var world = await TestWorld.Start();
        var (maya, agent, home) = (await world.Join(), await world.JoinAgent(), IPAddress.Parse("203.0.113.7"));
        var (visitor, thread) = await world.TalkWith(maya);
        var (silence, places) = (world.Get<SilenceVisitor>(), world.Get<BlockedPlaces>());
        await places.Keep(visitor, home);
        var day = (await silence.Run(agent, thread.PublicId, 1_440, block: true)).Value!.Until;

        Assert.Equal(day, (await silence.Run(agent, thread.PublicId, 10)).Value!.Until);

        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await places.Refresh();
        await world.Get<Silences>().Refresh();
        Assert.Equal(Refusals.Silenced.Number, (await world.Say(visitor, thread)).Refusal?.Number);
        Assert.Equal(Refusals.Silenced.Number, (await places.Of(world.Here.Id, home))?.Number);
        Assert.Null((await silence.Run(agent, thread.PublicId, 0)).Value!.Until);
        Assert.Null(await places.Of(world.Here.Id, home));
        Assert.NotNull((await world.Say(visitor, thread)).Value);
    }

    [Fact]
    public async Task A_block_that_is_over_comes_back_with_no_pause_and_a_longer_block_shuts_the_place_for_longer()
    {
        await using var world = await TestWorld.Start();
        var (maya, agent, home) = (await world.Join(), await world.JoinAgent(), IPAddress.Parse("203.0.113.7"));
        var (visitor, thread) = await world.TalkWith(maya);
        var (silence, places) = (world.Get<SilenceVisitor>(), world.Get<BlockedPlaces>());
        await places.Keep(visitor, home);
        await silence.Run(agent, thread.PublicId, 10, block: true);
        await silence.Run(agent, thread.PublicId, 20, block: true);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Refusals.Silenced.Number, (await places.Of(world.Here.Id, home))?.Number);

        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await silence.Run(agent, thread.PublicId, 10);

        Assert.Null(await places.Of(world.Here.Id, home));
        Assert.Null(world.Get<Silences>().BlockedUntil(visitor.Id));
        Assert.Equal(Refusals.Silenced.Number, (await world.Say(visitor, thread)).Refusal?.Number);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_block_ends_when_it_was_decided_to_also_where_a_pause_lasts_longer(bool blockedFirst)
    {
        await using var world = await TestWorld.Start();
        var (maya, agent, home, cafe) = (await world.Join(), await world.JoinAgent(), IPAddress.Parse("203.0.113.7"), IPAddress.Parse("198.51.100.4"));
        var (visitor, thread) = await world.TalkWith(maya);
        var (silence, places, silences) = (world.Get<SilenceVisitor>(), world.Get<BlockedPlaces>(), world.Get<Silences>());
        await places.Keep(visitor, home);
        var (first, second) = blockedFirst ? (10, 60) : (60, 10);
        await silence.Run(agent, thread.PublicId, first, block: blockedFirst);
        await silence.Run(agent, thread.PublicId, second, block: !blockedFirst);
        Assert.Equal(world.Now + 600_000, silences.BlockedUntil(visitor.Id));
        Assert.Equal(600, (await places.Of(world.Here.Id, home))?.RetryAfter);

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await places.Refresh();
        await silences.Refresh();
        await places.Seen(visitor, cafe);

        // Who shares a line with them comes in again, as it was decided; they themselves still pause.
        Assert.Null(await places.Of(world.Here.Id, home));
        Assert.Null(await places.Of(world.Here.Id, cafe));
        Assert.Equal((null, false), (silences.BlockedUntil(visitor.Id), silences.AnyShut));
        Assert.Equal(50 * 60, (await world.Say(visitor, thread)).Refusal?.RetryAfter);
    }

    [Fact]
    public async Task A_block_of_an_earlier_version_ends_with_its_pause()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.TalkWith(await world.Join());
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update visitors set blocked = @yes, silenced_until = @until where id = @Id", new { visitor.Id, yes = true, until = world.Now + 60_000 });
            return Done.It;
        });

        await world.Get<Silences>().Refresh();

        Assert.Equal(world.Now + 60_000, world.Get<Silences>().BlockedUntil(visitor.Id));
        Assert.Equal(world.Now + 600_000, (await world.Get<SilenceVisitor>().Run(await world.JoinAgent(), thread.PublicId, 10)).Value!.Until);
        Assert.Equal(world.Now + 60_000, world.Get<Silences>().BlockedUntil(visitor.Id));
    }

    [Fact]
    public async Task Nobody_who_was_erased_is_let_write_again()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (visitor, thread) = await world.TalkWith(await world.Join());
        Assert.NotNull((await world.Get<EraseVisitor>().Run(visitor)).Value);

        foreach (var minutes in new[] { 0, 10 })
        {
            Assert.Equal(Refusals.NotFound, (await world.Get<SilenceVisitor>().Run(agent, thread.PublicId, minutes, block: minutes > 0)).Refusal);
            await world.Get<Silences>().Refresh();
            Assert.True(world.Get<Silences>().IsErased(visitor.Id));
            Assert.Null(world.Get<Silences>().BlockedUntil(visitor.Id));
        }
    }

    [Theory]
    [InlineData(-1), InlineData(SilenceVisitor.MostMinutes + 1)]
    public async Task No_longer_than_a_month(int minutes)
    {
        await using var world = await TestWorld.Start();
        var thread = await world.Question();
        Assert.Equal(Refusals.SilenceOutOfRange, (await world.Get<SilenceVisitor>().Run(await world.JoinAgent(), thread.PublicId, minutes)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<SilenceVisitor>().Run(await world.JoinAgent(world.There), thread.PublicId, 10)).Refusal);
    }

    [Fact]
    public async Task The_same_over_and_over_is_refused_for_a_minute_and_short_words_and_what_is_sent_again_are_not()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.TalkWith(await world.Join());
        const string text = "Has it been sent already?";
        for (var i = 0; i < 5; i++) Assert.NotNull((await world.Say(visitor, thread, text)).Value);
        Assert.Equal(Refusals.TextRepeated, (await world.Say(visitor, thread, $" {text.ToUpperInvariant()}")).Refusal);
        Assert.NotNull((await world.Say(visitor, thread, "Is anybody there?")).Value);
        for (var i = 0; i < 8; i++) Assert.NotNull((await world.Say(visitor, thread, "Yes.")).Value);

        world.Clock.Advance(TimeSpan.FromSeconds(61));
        for (var i = 0; i < 8; i++) Assert.NotNull((await world.Say(visitor, thread, text, key: "a-key-sent-again")).Value);
    }
}
