using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Inbox;
using CommunityWidget.Integrations;
using CommunityWidget.Matching;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What is held waits for a moderator, and reaches nobody before.</summary>
public sealed class HeldTests
{
    private const string HeldWord = "wombat", HeldText = "Sell me a wombat, please.";

    [Fact]
    public async Task A_held_question_is_parked_and_offered_to_nobody()
    {
        await using var world = await TestWorld.Start();
        var (maya, sam, visitor) = (await world.Join(), await world.JoinAgent(), await Arrive(world));

        var asked = (await world.Ask(visitor, text: HeldText)).Value!.Thread;
        await world.RunMatching();

        Assert.Equal((ThreadStates.Parked, Outcomes.Held), (asked.State, asked.Outcome));
        Assert.Equal((EventKinds.Hold, HeldText), (asked.Events[0].Kind, asked.Events[0].Text));
        Assert.Empty(world.Notices.OffersMade);
        Assert.Empty(await world.Get<ListWaiting>().Run(maya));
        Assert.Empty(await world.Get<ListWaiting>().Run(sam));
        foreach (var member in new[] { maya, sam })
        {
            Assert.Equal(Refusals.NotFound, (await world.Take(member, asked.ThreadId)).Refusal);
            Assert.Equal(Refusals.NotFound, (await world.Get<ThreadAccess>().Read(member, asked.ThreadId)).Refusal);
        }
        Assert.Empty((await world.Get<ListInbox>().Run(sam, "all", new(null, null, null, null), null, 50)).Value!.Rows);
        Assert.Empty((await world.Get<ReadThreads>().List(world.Here.Id, null, null, null)).Value!.Threads);
        Assert.DoesNotContain(HeldWord, await AllTold(world, but: visitor.Id));
    }

    [Fact]
    public async Task A_question_let_through_begins_on_the_first_rung()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, visitor) = (await world.Join(), await world.Join(roles: Roles.Moderator), await Arrive(world));
        var thread = await world.Thread(visitor, (await world.Ask(visitor, text: HeldText)).Value!.Thread.ThreadId);
        var held = Assert.Single(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        Assert.True(held.IsQuestion);
        Assert.Equal([JudgedReasons.SiteWord], held.ReasonList);

        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, 1)).Value);
        await world.RunMatching();

        Assert.Equal((ThreadStates.Waiting, 1L), ((await world.Again(thread)).State, (await world.Again(thread)).Rung));
        Assert.Equal(HeldText, Assert.Single(world.Notices.OffersMade).Offer.Text);
        Assert.Empty(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        Assert.Equal(Refusals.NotFound, (await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, 1)).Refusal);
        Assert.NotNull((await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value);
    }

    [Fact]
    public async Task A_question_not_let_through_is_closed_and_its_author_is_told()
    {
        await using var world = await TestWorld.Start();
        var (nour, visitor) = (await world.Join(roles: Roles.Moderator), await Arrive(world));
        var thread = await world.Thread(visitor, (await world.Ask(visitor, text: HeldText)).Value!.Thread.ThreadId);

        Assert.NotNull((await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, 1)).Value);
        await Told(world);

        Assert.Equal((ThreadStates.Closed, Outcomes.Refused), ((await world.Again(thread)).State, (await world.Again(thread)).Outcome));
        Assert.Equal(Outcomes.Refused, world.Notices.Events.Last().Happened.Status!.Reason);
        Assert.Equal("decided.kept_back", await world.Db.Find<string>("select action from audit where subject = @PublicId and actor = @Id and outcome = 'allowed'", new { thread.PublicId, nour.Id }));
        // More words do not bring it back.
        Assert.Equal(Refusals.ThreadClosed, (await world.Say(visitor, thread, "And now?", reopen: true)).Refusal);
    }

    [Fact]
    public async Task A_held_message_keeps_its_place_and_is_said_at_the_end_once_it_is_let_through()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.TalkWith(maya);
        visitor = Strict(visitor);

        var held = (await world.Say(visitor, thread, HeldText)).Value!;
        await world.Say(maya, thread);

        Assert.Equal((EventKinds.Hold, Verdicts.Held, HeldText), (held.Kind, held.Verdict, held.Text));
        Assert.Equal((EventKinds.Placeholder, null), await Seen(world, maya, thread, held.Seq));
        Assert.Equal((EventKinds.Hold, HeldText), await Seen(world, visitor, thread, held.Seq));
        Assert.Equal((EventKinds.Hold, HeldText), await Seen(world, nour, thread, held.Seq));
        Assert.Equal((EventKinds.Placeholder, null), await Seen(world, await world.JoinAgent(), thread, held.Seq));

        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held.Seq)).Value);

        var head = (await world.Again(thread)).LastSeq;
        Assert.Equal((EventKinds.Message, HeldText), await Seen(world, maya, thread, head));
        var delivered = world.Notices.Events.Last().Happened;
        Assert.Equal((head, held.Seq, Verdicts.Passed), (delivered.Seq, delivered.OfHold, delivered.Verdict));
        Assert.Equal(Refusals.AlreadyDecided, (await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held.Seq)).Refusal);
    }

    [Fact]
    public async Task A_message_not_let_through_is_told_to_its_author_only()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.TalkWith(maya);
        var held = (await world.Say(Strict(visitor), thread, HeldText)).Value!;

        Assert.NotNull((await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held.Seq)).Value);
        await Told(world);

        var head = (await world.Again(thread)).LastSeq;
        Assert.Equal((EventKinds.Placeholder, null), await Seen(world, maya, thread, head));
        var told = (await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, visitor.Id)).Events;
        Assert.Equal((EventKinds.Hold, Verdicts.Refused, held.Seq), (told[^1].Kind, told[^1].Verdict, told[^1].OfHold));
        Assert.Equal(Verdicts.Refused, told.Single(e => e.Seq == held.Seq).Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_kept_back_is_let_through_after_all_within_ten_seconds_and_its_author_heard_nothing_of_it(bool asked)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = asked ? await Asked(world) : await world.TalkWith(maya);
        if (!asked) await world.Say(Strict(visitor), thread, HeldText);
        var held = Assert.Single(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        var before = world.Notices.Events.Count();

        var kept = (await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held.Seq)).Value!;
        Assert.Empty(await world.Get<HoldStore>().Open(world.Here.Id, null, 10));
        Assert.Equal(Refusals.AlreadyDecided, (await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held.Seq)).Refusal);
        await world.Get<TellKeptBack>().Run();
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, kept.Together)).Value);
        await Told(world);

        Assert.Equal(before, world.Notices.Events.Count());
        Assert.Equal(held.Seq, Assert.Single(await world.Get<HoldStore>().Open(world.Here.Id, null, 10)).Seq);
        Assert.NotNull((await world.Get<DecideHeld>().Pass(nour, thread.PublicId, held.Seq)).Value);
    }

    [Fact]
    public async Task What_its_author_was_told_is_not_taken_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.TalkWith(maya);
        var held = (await world.Say(Strict(visitor), thread, HeldText)).Value!;
        var kept = (await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held.Seq)).Value!;
        await Told(world);
        var head = (await world.Again(thread)).LastSeq;
        await Told(world);

        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<UndoDecision>().Run(nour, kept.Together)).Refusal);
        Assert.Equal(head, (await world.Again(thread)).LastSeq);
    }

    [Fact]
    public async Task What_cannot_be_told_keeps_nobody_elses_waiting()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var ((broken, first), (visitor, second)) = (await world.TalkWith(maya), await world.TalkWith(maya));
        foreach (var (who, thread) in new[] { (broken, first), (visitor, second) })
            await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, (await world.Say(Strict(who), thread, HeldText)).Value!.Seq);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set last_seq = last_seq - 1 where id = @Id", new { first.Id }); return Done.It; });

        // It is said to whoever runs the program all the same.
        await Assert.ThrowsAnyAsync<Exception>(() => Told(world));

        var told = (await world.Get<ThreadReader>().Snapshot(await world.Again(second), 0, visitor.Id)).Events[^1];
        Assert.Equal((EventKinds.Hold, Verdicts.Refused), (told.Kind, told.Verdict));
    }

    [Fact]
    public async Task Nor_do_as_many_as_fill_a_whole_look()
    {
        await using var world = await TestWorld.Start();
        var (broken, visitor, thread) = await BrokenAndAnother(world);

        // The first look has room for what cannot be told only; the next goes on behind it, and the one after begins anew.
        var tell = world.Get<TellKeptBack>();
        await Assert.ThrowsAnyAsync<Exception>(() => tell.Run(atOnce: 1));
        await tell.Run(atOnce: 1);
        Assert.Equal(Verdicts.Refused, (await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, visitor.Id)).Events[^1].Verdict);

        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set last_seq = last_seq + 1 where id = @Id", new { broken.Id }); return Done.It; });
        for (var look = 0; look < 2; look++) await tell.Run(atOnce: 1);
        Assert.Equal(Verdicts.Refused, (await world.Get<ThreadStore>().Events(broken.Id, 0))[^1].Verdict);
    }

    [Fact]
    public async Task A_database_that_goes_away_meanwhile_is_waited_for_once()
    {
        await using var world = await TestWorld.Start();
        var (_, visitor, thread) = await BrokenAndAnother(world);
        var away = new Db(new MeanwhileDialect(world.Db.Dialect, () => throw new RefusedException(Refusals.StorageAway)), NullLogger<Db>.Instance);
        var before = (await world.Again(thread)).LastSeq;

        await Assert.ThrowsAsync<StorageAwayException>(() => new TellKeptBack(away, world.Get<ThreadStore>(), world.Get<ThreadWriter>(), world.Get<HoldStore>(), world.Clock).Run());

        Assert.Equal(before, (await world.Again(thread)).LastSeq);
    }

    // Two that were kept back; the outcome of the first cannot be told.
    private static async Task<(ThreadRecord Broken, VisitorCaller Visitor, ThreadRecord Thread)> BrokenAndAnother(TestWorld world)
    {
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var ((broken, first), (visitor, second)) = (await world.TalkWith(maya), await world.TalkWith(maya));
        foreach (var (who, thread) in new[] { (broken, first), (visitor, second) })
        {
            await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, (await world.Say(Strict(who), thread, HeldText)).Value!.Seq);
            world.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }
        await world.Db.Write<Done>(async tx => { await tx.Execute("update threads set last_seq = last_seq - 1 where id = @Id", new { first.Id }); return Done.It; });
        world.Clock.Advance(TimeSpan.FromMilliseconds(Change.UndoWithinMs + 1));
        return (first, visitor, second);
    }

    [Fact]
    public async Task Personal_data_is_masked_for_volunteers_and_not_for_the_shops_own_people()
    {
        await using var world = await TestWorld.Start();
        var (maya, sam) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await world.TalkWith(maya);

        var said = (await world.Say(visitor, thread, "Write to jane@mail.example then.")).Value!;

        Assert.Equal("Write to jane@mail.example then.", said.Text);
        Assert.Equal((EventKinds.Message, "Write to [e-mail] then."), await Seen(world, maya, thread, said.Seq));
        Assert.Equal((EventKinds.Message, "Write to jane@mail.example then."), await Seen(world, sam, thread, said.Seq));
    }

    private static async Task<(string Kind, string? Text)> Seen(TestWorld world, Caller reader, ThreadRecord thread, long seq)
    {
        var seen = (await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, reader.Id)).Events.Single(e => e.Seq == seq);
        return (seen.Kind, seen.Text);
    }

    private static async Task<(VisitorCaller, ThreadRecord)> Asked(TestWorld world)
    {
        var visitor = await Arrive(world);
        return (visitor, await world.Thread(visitor, (await world.Ask(visitor, text: HeldText)).Value!.Thread.ThreadId));
    }

    // Once it cannot be taken back any more.
    private static Task Told(TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(Change.UndoWithinMs + 1));
        return world.Get<TellKeptBack>().Run();
    }

    private static async Task<VisitorCaller> Arrive(TestWorld world) => Strict(await world.Arrive());

    private static VisitorCaller Strict(VisitorCaller caller) => caller with { Site = caller.Site with { Judging = new(Held: HeldWord) } };

    private static Task<string> AllTold(TestWorld world, Guid but) =>
        Task.FromResult(string.Join('\n', world.Notices.All.Where(n => n is not EventTold { Parties: var to } || to.Members.Count > 0 || to.Visitor != but)));
}
