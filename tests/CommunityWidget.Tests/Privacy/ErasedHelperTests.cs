using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

/// <summary>Whoever was erased says nothing more, whatever line of theirs is still open.</summary>
public sealed class ErasedHelperTests
{
    [Fact]
    public async Task An_erased_helper_is_in_no_conversation_any_more_and_whom_they_helped_is_told()
    {
        await using var world = await TestWorld.Start();
        var (maya, sam, leo, ada) = (await world.Join(), await world.Join(), await world.Join(), await world.Join(roles: Roles.Admin));
        var (visitor, thread) = await world.TalkWith(maya);
        Assert.NotNull((await world.Help(sam, thread)).Value);
        Assert.NotNull((await world.Help(leo, await world.Again(thread))).Value);
        thread = await world.Again(thread);
        Assert.NotNull((await world.Say(sam, thread, "Hello from me too.")).Value);

        Assert.Null((await world.Get<EraseMember>().Run(ada, sam.Id, wordsToo: false)).Refusal);

        // As their open line still could.
        Assert.Equal(Refusals.NotParticipant, (await world.Say(sam, thread, "And one more thing.")).Refusal);
        Assert.Equal(Refusals.NotParticipant, (await world.Get<SuggestAnswer>().Run(sam, new(thread.PublicId, world.NewKey(), "Say this.", thread.Fence))).Refusal);
        Assert.Contains(world.Notices.Events, told => told.Happened.ThreadId == thread.PublicId && told.Happened.Status?.Reason == "left");
        Assert.NotNull((await world.Say(leo, thread, "I am still here.")).Value);
        Assert.NotNull((await world.Say(maya, thread, "So am I.")).Value);
        Assert.NotNull((await world.Say(visitor, thread, "Thank you both.")).Value);
        Assert.Equal([], await Checker.Violations(world.Db));
    }

    [Fact]
    public async Task Lines_end_before_the_words_go()
    {
        await using var world = await TestWorld.Start();
        var (maya, ada) = (await world.Join(), await world.Join(roles: Roles.Admin));
        var (_, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        bool? gone = null;
        world.Get<ConductSignal>().OnRaised(() => gone ??= Buried());

        Assert.Null((await world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);

        Assert.Equal((false, true), (gone, Buried()));
        bool Buried() => world.Notices.Events.Any(told => told.Happened.Kind == EventKinds.Tombstone);
    }
}
