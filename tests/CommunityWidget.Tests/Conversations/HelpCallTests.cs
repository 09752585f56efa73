using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Help comes from wherever somebody can: asked for by name or by topic, given by writing or by a suggestion, credited either way.</summary>
public sealed class HelpCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_agent_asks_a_volunteer_in_and_the_other_way_round(bool agentAsks)
    {
        await using var world = await TestWorld.Start();
        var asker = agentAsks ? await world.Join(roles: $"{Roles.Agent} {Roles.SuperUser}") : await world.Join();
        var (_, thread) = await world.TalkWith(asker);
        var helper = agentAsks ? await world.Join() : await world.JoinAgent();

        Assert.Equal(helper.Id.ToString(), Assert.Single((await Ask(world, asker, thread, helper)).Value!.Members).Id);
        var told = Assert.Single(world.Notices.All.OfType<HelpCallTold>());
        Assert.Equal((helper.Id, thread.PublicId, asker.Member.Name, "Which size?"), (told.Member, told.Call.ThreadId, told.Call.Asker.Name, told.Call.Text));
        Assert.Equal(told.Call with { RemainingMs = 0 }, Assert.Single((await world.Get<ReadConsole>().Run(helper)).HelpCalls) with { RemainingMs = 0 });

        var joined = (await world.Get<AnswerHelpCall>().Accept(helper, Guid.Parse(told.Call.CallId))).Value!;
        Assert.Equal((ThreadStates.Live, asker.Id), (joined.State, joined.Responder));
        Assert.Null((await world.Say(helper, joined)).Refusal);
        Assert.Equal((asker.Id, "accepted"), Answer(world));
        Assert.Empty((await world.Get<ReadConsole>().Run(helper)).HelpCalls);
        // Pressed again it is the same.
        Assert.NotNull((await world.Get<AnswerHelpCall>().Accept(helper, Guid.Parse(told.Call.CallId))).Value);
    }

    [Fact]
    public async Task Of_those_who_know_a_topic_the_first_is_enough()
    {
        await using var world = await TestWorld.Start();
        var asker = await world.Join();
        var (_, thread) = await world.TalkWith(asker);
        var (ines, leo, noa) = (await world.Join(topics: ["bikes"]), await world.Join(topics: ["bikes"]), await world.Join(topics: ["shoes"]));

        var asked = await world.Get<AskForHelp>().Run(asker, thread.PublicId, member: null, "bikes");
        Assert.Equal(new[] { ines.Id, leo.Id }.Order(), asked.Value!.Members.Select(m => Guid.Parse(m.Id!)).Order());
        await world.Get<AnswerHelpCall>().Accept(leo, CallTo(world, leo));

        Assert.Contains(world.Notices.All.OfType<HelpCallOver>(), over => over.Member == ines.Id && over.Ended.Reason == "withdrawn");
        Assert.Equal(Refusals.HelpCallOver, (await world.Get<AnswerHelpCall>().Accept(ines, CallTo(world, ines))).Refusal);
        Assert.Equal((asker.Id, "accepted"), Answer(world));
        Assert.DoesNotContain(world.Notices.All.OfType<HelpCallTold>(), told => told.Member == noa.Id);
    }

    [Fact]
    public async Task Whoever_asked_is_told_of_a_no_and_of_no_answer_and_nobody_misses_anything()
    {
        await using var world = await TestWorld.Start();
        var asker = await world.Join();
        var (_, thread) = await world.TalkWith(asker);
        var (ines, leo) = (await world.Join(), await world.Join());
        await Ask(world, asker, thread, ines);
        await world.Get<AnswerHelpCall>().Decline(ines, CallTo(world, ines));
        Assert.Equal((asker.Id, "declined"), Answer(world));

        await Ask(world, asker, thread, leo);
        world.Clock.Advance(TimeSpan.FromMilliseconds(AskForHelp.OpenMs - 1));
        await world.Get<ExpireHelpCalls>().Run();
        Assert.Single((await world.Get<ReadConsole>().Run(leo)).HelpCalls);
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await world.Get<ExpireHelpCalls>().Run();

        Assert.Equal((asker.Id, "expired"), Answer(world));
        Assert.Equal(Refusals.HelpCallOver, (await world.Get<AnswerHelpCall>().Accept(leo, CallTo(world, leo))).Refusal);
        Assert.Equal((0, 0, 0), ((await world.Row(leo)).Missed, (await world.Row(leo)).Busy, (await world.Row(leo)).Offered));
    }

    [Fact]
    public async Task Nobody_is_asked_twice_from_afar_into_what_is_over_or_from_next_door()
    {
        await using var world = await TestWorld.Start();
        var asker = await world.Join();
        var (_, thread) = await world.TalkWith(asker);
        var (leo, away, stranger) = (await world.Join(), await world.Join(connected: false), await world.Join(world.There));

        await Ask(world, asker, thread, leo);
        await Ask(world, asker, thread, leo);
        Assert.Single(world.Notices.All.OfType<HelpCallTold>());
        Assert.Equal(Refusals.NobodyToAsk, (await Ask(world, asker, thread, away)).Refusal);
        Assert.Equal(Refusals.NobodyToAsk, (await Ask(world, asker, thread, stranger)).Refusal);
        Assert.Equal(Refusals.NobodyToAsk, (await Ask(world, asker, thread, asker)).Refusal);
        Assert.Equal(Refusals.NotUnderstood, (await world.Get<AskForHelp>().Run(asker, thread.PublicId, member: null, "hats")).Refusal);
        Assert.Equal(Refusals.NotFound, (await Ask(world, leo, thread, asker)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<AnswerHelpCall>().Accept(asker, CallTo(world, leo))).Refusal);

        await world.End(asker, thread);
        await world.Get<ExpireHelpCalls>().Run();
        Assert.Contains(world.Notices.All.OfType<HelpCallOver>(), over => over.Member == leo.Id && over.Ended.Reason == "withdrawn");
        Assert.Empty(world.Notices.All.OfType<HelpAnswerTold>());
        Assert.Equal(Refusals.NotParticipant, (await Ask(world, asker, thread, leo)).Refusal);
    }

    [Fact]
    public async Task A_suggestion_is_the_responders_to_send_and_whoever_thought_of_it_is_thanked()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join(available: false));
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);

        var suggested = (await world.Get<SuggestAnswer>().Run(leo, new MemberMessage(thread.PublicId, "suggest-key-1", "Take 43.", thread.Fence))).Value!;
        Assert.Equal((EventKinds.Suggestion, Audiences.Members, "Take 43."), (suggested.Kind, suggested.Audience, suggested.Text));
        Assert.Equal(suggested.Seq, (await world.Get<SuggestAnswer>().Run(leo, new MemberMessage(thread.PublicId, "suggest-key-1", "Take 43.", thread.Fence))).Value!.Seq);
        // The visitor has its place and none of its words, pushed or read.
        var seen = (await world.Get<WatchThread>().Resume(visitor, thread.PublicId, 0)).Value!.Events;
        Assert.Equal((EventKinds.Placeholder, null, null), (seen[^1].Kind, seen[^1].Text, seen[^1].Author));
        Assert.Equal("Take 43.", (await world.Get<WatchThread>().Resume(maya, thread.PublicId, 0)).Value!.Events[^1].Text);

        var sent = (await world.Get<SendMessage>().Run(maya, new MemberMessage(thread.PublicId, "suggest-key-2", "Take 43, or 44.", thread.Fence, suggested.Seq))).Value!;
        Assert.Equal((maya.Id.ToString(), leo.Id.ToString()), (sent.Author!.Id, sent.SuggestedBy!.Id));
        Assert.Equal(leo.Id.ToString(), (await world.Get<WatchThread>().Resume(maya, thread.PublicId, 0)).Value!.Events[^1].SuggestedBy!.Id);
        // A number that is no suggestion credits nobody.
        Assert.Null((await world.Get<SendMessage>().Run(maya, new MemberMessage(thread.PublicId, "suggest-key-3", "Yes.", thread.Fence, 1))).Value!.SuggestedBy);

        await world.End(maya, thread);
        await world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, 5, null, false));
        var expertise = await world.Get<MemberStore>().Topics(world.Here.Id);
        Assert.All(expertise.Where(t => t.Topic == "shoes"), known => Assert.Equal((1L, 5L), (known.RatedCount, known.RatedSum)));
    }

    [Fact]
    public async Task Only_who_helps_suggests_and_only_while_somebody_could_send_it()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo, ines) = (await world.Join(), await world.Join(available: false), await world.Join(available: false));
        var (_, thread) = await world.TalkWith(maya);
        await world.Help(leo, thread);
        Task<Reply<ThreadEvent>> Suggest(MemberCaller who, long fence) => world.Get<SuggestAnswer>().Run(who, new MemberMessage(thread.PublicId, world.NewKey(), "Take 43.", fence));

        Assert.Equal(Refusals.NotFound, (await Suggest(ines, thread.Fence)).Refusal);
        Assert.Equal(Refusals.NotPossibleNow, (await Suggest(maya, thread.Fence)).Refusal);
        Assert.Equal(Refusals.StaleFence, (await Suggest(leo, thread.Fence - 1)).Refusal);
        await world.End(maya, thread);
        Assert.Equal(Refusals.ThreadClosed, (await Suggest(leo, thread.Fence)).Refusal);
    }

    private static Task<Reply<HelpAsked>> Ask(TestWorld world, MemberCaller asker, ThreadRecord thread, MemberCaller whom) =>
        world.Get<AskForHelp>().Run(asker, thread.PublicId, whom.Id, topic: null);

    private static Guid CallTo(TestWorld world, MemberCaller member) => Guid.Parse(world.Notices.All.OfType<HelpCallTold>().Last(told => told.Member == member.Id).Call.CallId);

    private static (Guid, string) Answer(TestWorld world) => world.Notices.All.OfType<HelpAnswerTold>().Select(told => (told.Asker, told.Answer.Outcome)).Last();
}
