using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Integrations;

/// <summary>What a receiver answers may say back what it was told, and may come when that was erased.</summary>
public sealed class LateAnswerTests
{
    private const string Word = "zebrafinch";

    [Theory]
    [InlineData("nobody", 1)]
    [InlineData("visitor", 0)]
    [InlineData("member", 0)]
    [InlineData("member, but they had said something else", 1)]
    [InlineData("thread", 0)]
    public async Task An_answer_is_kept_unless_what_it_is_to_was_erased_meanwhile(string erased, int kept)
    {
        await using var world = await HookWorld.Start();
        var (hook, _) = await world.Listen("https://shop.example/hook", events: "message.added");
        var (maya, ada) = (await world.Join(), await world.Join(roles: Roles.Admin));
        var (visitor, thread) = await world.TalkWith(maya);
        var store = world.Get<DeliveryStore>();
        var asked = Assert.Single(await store.Claim(hook.Id, 1, world.Now + 30_000));
        var told = asked;
        if (erased == "member")
        {
            await world.Say(maya, thread, "Only with a dimmer.");
            await store.Settle(asked, new() { At = world.Now, Status = 204 }, DeliveryStates.Done, world.Now);
            told = Assert.Single(await store.Claim(hook.Id, 1, world.Now + 30_000));
        }

        if (erased == "visitor") Assert.Null((await world.Get<EraseVisitor>().Run(ada, visitor.Id)).Refusal);
        if (erased.StartsWith("member", StringComparison.Ordinal)) Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);
        if (erased == "thread") await Purge(world, visitor, thread);
        await store.Settle(told, new() { At = world.Now, Status = 500, Answer = $"Cannot store {Word}" }, DeliveryStates.New, world.Now + 60_000);

        Assert.Equal(kept, (await CommunityWidget.Tests.Privacy.Schema.Dump(world.Db)).Count(one => one.Text.Contains(Word, StringComparison.Ordinal)));
        Assert.Equal(erased == "thread" ? 0 : 1, await world.Db.Find<long>("select count(*) from delivery_tries where status = 500"));
    }

    private static async Task Purge(TestWorld world, VisitorCaller visitor, ThreadRecord thread)
    {
        Assert.Null((await world.End(visitor, thread)).Refusal);
        await world.Leap(TimeSpan.FromDays(400));
        while (await world.Get<PurgeOld>().Run()) { }
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads"));
    }
}
