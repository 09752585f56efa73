using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>A strike is one bad moment of a member's: not each message of it, nor each time one is sent.</summary>
public sealed class StrikeTests
{
    private const string Word = "zebrafinch";

    [Fact]
    public async Task What_is_held_is_one_strike_however_often_it_is_sent_under_its_key()
    {
        await using var world = await TestWorld.Start();
        var maya = Strict(await world.Join());
        var (_, thread) = await world.TalkWith(maya);

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(EventKinds.Hold, (await world.Say(maya, thread, $"Buy a {Word}!", key: "a-key-sent-again")).Value!.Kind);
            world.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Single(await world.Get<ThreadStore>().Events(thread.Id, 0), said => said.Kind == EventKinds.Hold);
        Assert.Equal([StrikeStore.Held], await Strikes(world, maya));
        Assert.Equal(EventKinds.Hold, (await world.Say(maya, thread, $"Or two, each {Word} is good.")).Value!.Kind);
        Assert.Equal([StrikeStore.Held, StrikeStore.Held], await Strikes(world, maya));
    }

    [Fact]
    public async Task What_is_refused_is_one_strike_a_minute_and_what_was_never_stored_for_another_reason_is_none()
    {
        await using var world = await TestWorld.Start();
        var maya = Strict(await world.Join());
        var (visitor, thread) = await world.TalkWith(maya);
        Assert.Equal(Refusals.StaleFence, (await world.Say(maya, thread, $"Buy a {Word}!", fence: thread.Fence + 1)).Refusal);
        Assert.Equal([], await Strikes(world, maya));

        Assert.Equal(Refusals.TextInsulting, (await world.Say(maya, thread, "You are an idiot.")).Refusal);
        Assert.Equal(Refusals.TextInsulting, (await world.Say(maya, thread, "Which size, you idiot? You are an idiot.")).Refusal);
        Assert.Equal([StrikeStore.Refused], await Strikes(world, maya));
        world.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(Refusals.TextInsulting, (await world.Say(maya, thread, "You are an idiot.")).Refusal);
        Assert.Equal([StrikeStore.Refused, StrikeStore.Refused], await Strikes(world, maya));
        // A visitor is asked to pause, never counted.
        Assert.Equal(Refusals.TextInsulting, (await world.Say(visitor, thread, "You are an idiot.")).Refusal);
        Assert.Equal(2, await world.Db.Find<long>("select count(*) from strikes"));
    }

    [PostgresFact]
    public async Task What_is_sent_at_once_is_one_moment()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());
        var maya = Strict(await world.Join());
        var (_, thread) = await world.TalkWith(maya);
        for (var moment = 1; moment <= 5; moment++)
        {
            var now = moment;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => world.Say(maya, thread, number % 2 == 0 ? $"You are an idiot, {now} {number}." : $"Buy {now} {number} {Word}!"))));
            Assert.Equal(moment, (await Strikes(world, maya)).Count);
            world.Clock.Advance(TimeSpan.FromSeconds(61));
        }
    }

    private static MemberCaller Strict(MemberCaller member) => member with { Site = member.Site with { Judging = new Judging(Held: Word) } };

    private static Task<IReadOnlyList<string>> Strikes(TestWorld world, MemberCaller member) =>
        world.Db.Query<string>("select kind from strikes where member = @Id order by at, id", new { member.Id });
}
