using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A held text that is let through after its conversation ended is said there, and brings back only what its author wanted back.</summary>
public sealed class LateHeldTests
{
    private const string HeldText = "Sell me a wombat, please.";

    [Fact]
    public async Task What_its_visitor_ended_stays_ended_with_one_message_more()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, connected: false));
        var (visitor, thread) = await world.TalkWith(maya);
        var held = await Held(world, visitor, thread);
        await world.End(visitor, await world.Again(thread));

        await StaysClosed(world, nour, thread, held, Outcomes.Ended);
        Assert.Equal(0, (await world.Row(maya)).Busy);
    }

    [Fact]
    public async Task A_question_its_visitor_cancelled_stays_cancelled()
    {
        await using var world = await TestWorld.Start();
        var nour = await world.Join(roles: Roles.Moderator, connected: false);
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        var held = await Held(world, visitor, thread);
        await world.End(visitor, await world.Again(thread));

        await StaysClosed(world, nour, thread, held, Outcomes.Cancelled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_they_wrote_with_Continue_brings_it_back_unless_they_may_not_write_any_more(bool blocked)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, connected: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await world.End(maya, thread);
        var held = await Held(world, visitor, thread, reopen: true);
        if (blocked) Assert.NotNull((await world.Get<SilenceVisitor>().Run(nour, thread.PublicId, 1_440, block: true)).Value);

        if (blocked) await StaysClosed(world, nour, thread, held, Outcomes.Ended);
        else
        {
            Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held)).Value);
            Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        }
    }

    [Fact]
    public async Task What_was_continued_and_ended_again_meanwhile_stays_ended()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, connected: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.End(maya, thread);
        var held = await Held(world, visitor, thread, reopen: true);
        Assert.NotNull((await world.Say(visitor, await world.Again(thread), "Are you there?", reopen: true)).Value);
        await world.End(visitor, await world.Again(thread));

        await StaysClosed(world, nour, thread, held, Outcomes.Cancelled);
    }

    [Fact]
    public async Task What_somebody_wrote_who_was_blocked_meanwhile_asks_nobody_again()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(connected: false), await world.Join(roles: Roles.Moderator, connected: false));
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        Assert.NotNull((await world.Say(maya, await world.Again(thread))).Value);
        var held = await Held(world, visitor, thread);
        Assert.NotNull((await world.Get<SilenceVisitor>().Run(nour, thread.PublicId, 1_440, block: true)).Value);

        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held)).Value);

        Assert.True((await world.Again(thread)).IsAnswered);
    }

    [Fact]
    public async Task Continue_in_what_is_still_open_brings_nothing_back_later()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, connected: false));
        var (visitor, thread) = await world.TalkWith(maya);
        var held = await Held(world, visitor, thread, reopen: true);
        await world.End(visitor, await world.Again(thread));

        await StaysClosed(world, nour, thread, held, Outcomes.Ended);
    }

    private static async Task StaysClosed(TestWorld world, MemberCaller nour, ThreadRecord thread, long held, string outcome)
    {
        var before = await world.Again(thread);
        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held)).Value);
        await world.RunMatching();

        var after = await world.Again(thread);
        Assert.Equal((ThreadStates.Closed, outcome, before.LastSeq + 1), (after.State, after.Outcome, after.LastSeq));
        var said = (await world.Get<ThreadStore>().Event(thread.Id, after.LastSeq))!;
        Assert.Equal((EventKinds.Message, HeldText, held), (said.Kind, said.Body, said.OfHold));
    }

    private static async Task<long> Held(TestWorld world, VisitorCaller visitor, ThreadRecord thread, bool reopen = false)
    {
        var strict = visitor with { Site = visitor.Site with { Judging = new(Held: "wombat") } };
        var said = (await world.Say(strict, await world.Again(thread), HeldText, reopen)).Value!;
        Assert.Equal(EventKinds.Hold, said.Kind);
        return said.Seq;
    }
}
