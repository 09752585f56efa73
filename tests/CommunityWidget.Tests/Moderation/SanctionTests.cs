using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Graduated, with a reason and a term; a human decides, the member may object, and it ends by itself.</summary>
public sealed class SanctionTests
{
    private const long DayMs = 86_400_000;

    [Fact]
    public async Task A_suspension_takes_talk_and_offers_within_five_seconds_and_ends_by_itself()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator, connected: false), await world.Join(seats: 3));
        var (_, talk) = await world.TalkWith(maya);
        var offered = await world.Question();
        await world.RunMatching();
        Assert.Single(await world.OpenOffers(offered));

        await Decide(world, nour, maya, SanctionKinds.Suspension, 7);
        await world.Advance(5);

        Assert.Null((await world.Again(talk)).SeatHolder);
        Assert.DoesNotContain(await world.OpenOffers(offered), offer => offer.Member == maya.Id);
        Assert.Equal((0L, 0L), ((await world.Row(maya)).Busy, (await world.Row(maya)).Offered));
        Assert.True((await world.Row(maya)).SuspendedAt(world.Now + (7 * DayMs) - 10_000));
        Assert.False((await world.Row(maya)).SuspendedAt(world.Now + (7 * DayMs)));
    }

    [Fact]
    public async Task Each_kind_does_what_it_says_and_no_more()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());

        await Decide(world, nour, maya, SanctionKinds.Reminder);
        Assert.Equal((null, null, true), Standing(await world.Row(maya)));
        Assert.True(world.Notices.All.OfType<StatusTold>().Last().Status.HasWord);
        var probation = await Decide(world, nour, maya, SanctionKinds.Probation, 30);
        Assert.Equal((null, world.Now + (30 * DayMs), true), Standing(await world.Row(maya)));
        Assert.True((await world.Row(maya)).OnProbationAt(world.Now));
        var exclusion = await Decide(world, nour, maya, SanctionKinds.Exclusion);
        Assert.Equal((MemberConduct.Open, world.Now + (30 * DayMs), true), Standing(await world.Row(maya)));

        await world.Get<LiftSanction>().Run(nour, exclusion.Id);
        await world.Get<LiftSanction>().Run(nour, probation.Id);
        Assert.Equal((null, null, true), Standing(await world.Row(maya)));
        Assert.NotNull((await world.Get<LiftSanction>().Undo(nour, exclusion.Id)).Value);
        Assert.True((await world.Row(maya)).SuspendedAt(world.Now));
    }

    [Fact]
    public async Task The_longest_of_several_holds_and_an_admins_own_suspension_is_not_opened()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya, leo) = (await world.Join(roles: Roles.Moderator), await world.Join(), await world.Join());
        var week = await Decide(world, nour, maya, SanctionKinds.Suspension, 7);
        var month = await Decide(world, nour, maya, SanctionKinds.Suspension, 30);
        await world.Get<LiftSanction>().Run(nour, month.Id);
        Assert.Equal(week.EndsAt, (await world.Row(maya)).SuspendedUntil);

        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @until where id = @Id", new { until = world.Now + DayMs, leo.Id }); return Done.It; });
        var reminder = await Decide(world, nour, leo, SanctionKinds.Reminder);
        await world.Get<LiftSanction>().Run(nour, reminder.Id);
        Assert.True((await world.Row(leo)).SuspendedAt(world.Now));
    }

    [Fact]
    public async Task A_shorter_sanction_never_opens_what_an_admin_shut_for_longer()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @Open where id = @Id", new { MemberConduct.Open, maya.Id }); return Done.It; });

        var day = await Decide(world, nour, maya, SanctionKinds.Suspension, 1);
        Assert.Equal(MemberConduct.Open, (await world.Row(maya)).SuspendedUntil);
        await world.Get<LiftSanction>().Run(nour, day.Id);
        Assert.Equal(MemberConduct.Open, (await world.Row(maya)).SuspendedUntil);
    }

    [Fact]
    public async Task Whoever_an_admin_lets_back_is_let_back_for_good_and_a_later_reminder_shuts_nobody_out()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeMember>());
        var (ada, nour, maya) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator), await world.Join());
        var exclusion = await Decide(world, nour, maya, SanctionKinds.Exclusion);
        var probation = await Decide(world, nour, maya, SanctionKinds.Probation, 30);

        Assert.NotNull((await world.Get<ChangeMember>().Run(ada, maya.Id, "let_back", settings => settings with { SuspendedUntil = null })).Value);

        Assert.Equal((null, probation.EndsAt, true), Standing(await world.Row(maya)));
        Assert.Equal((ada.Id, world.Now), await Lifted(exclusion.Id));
        Assert.Null((await Lifted(probation.Id)).At);
        Assert.Contains((await world.Get<AuditSearch>().Find(world.Here.Id, new(Actor: ada.Id), null, 10)), change => change.Action == "sanction.lifted");
        await Decide(world, nour, maya, SanctionKinds.Reminder);
        Assert.False((await world.Row(maya)).SuspendedAt(world.Now));

        async Task<(Guid? By, long? At)> Lifted(Guid id) => await world.Get<SanctionStore>().Find(id) is { } sanction ? (sanction.LiftedBy, sanction.LiftedAt) : default;
    }

    [Fact]
    public async Task An_admin_who_takes_their_own_suspension_back_does_not_open_a_moderators()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeMember>());
        var (ada, nour, maya) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator), await world.Join());
        var change = (await world.Get<ChangeMember>().Run(ada, maya.Id, "suspended", settings => settings with { SuspendedUntil = MemberConduct.Open })).Value!;
        await Decide(world, nour, maya, SanctionKinds.Suspension, 7);

        Assert.Equal(Refusals.TooLateToUndo, (await world.Get<ChangeMember>().Undo(ada, (await world.Get<AuditLog>().Find(world.Here.Id, change.Change!.Value))!)).Refusal);
        Assert.True((await world.Row(maya)).SuspendedAt(world.Now));
    }

    [Fact]
    public async Task An_admin_who_takes_back_that_they_let_somebody_back_puts_back_what_shut_them_out()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeMember>());
        var (ada, nour, maya) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Moderator), await world.Join());
        var week = await Decide(world, nour, maya, SanctionKinds.Suspension, 7);
        Assert.NotNull((await world.Get<LiftSanction>().Run(ada, week.Id)).Value);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var exclusion = await Decide(world, nour, maya, SanctionKinds.Exclusion);
        var change = (await world.Get<ChangeMember>().Run(ada, maya.Id, "let_back", settings => settings with { SuspendedUntil = null })).Value!;
        world.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null((await world.Get<ChangeMember>().Undo(ada, (await world.Get<AuditLog>().Find(world.Here.Id, change.Change!.Value))!)).Refusal);

        Assert.True((await world.Get<SanctionStore>().Find(exclusion.Id))!.IsActiveAt(world.Now));
        // That one was lifted by itself.
        Assert.NotNull((await world.Get<SanctionStore>().Find(week.Id))!.LiftedAt);
        await Decide(world, nour, maya, SanctionKinds.Reminder);
        Assert.True((await world.Row(maya)).SuspendedAt(world.Now));
        Assert.NotNull((await world.Get<LiftSanction>().Run(nour, exclusion.Id)).Value);
        Assert.False((await world.Row(maya)).SuspendedAt(world.Now));
    }

    [Fact]
    public async Task A_reminder_never_opens_what_an_admin_shut()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @Open where id = @Id", new { MemberConduct.Open, maya.Id }); return Done.It; });

        var reminder = await Decide(world, nour, maya, SanctionKinds.Reminder);
        Assert.Equal(MemberConduct.Open, (await world.Row(maya)).SuspendedUntil);
        await world.Get<LiftSanction>().Run(nour, reminder.Id);
        Assert.Equal(MemberConduct.Open, (await world.Row(maya)).SuspendedUntil);
    }

    [Theory]
    [InlineData("flogging", 7, "why")]
    [InlineData(SanctionKinds.Suspension, 0, "why")]
    [InlineData(SanctionKinds.Suspension, 366, "why")]
    [InlineData(SanctionKinds.Probation, null, "why")]
    [InlineData(SanctionKinds.Reminder, null, "  ")]
    public async Task What_cannot_be_meant_is_refused(string kind, int? days, string reason)
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await world.Join(roles: Roles.Moderator), await world.Join());
        Assert.Equal(Refusals.SanctionNotUsable, (await world.Get<IssueSanction>().Run(nour, maya.Id, new(kind, days, reason))).Refusal);
        Assert.Equal((null, null, false), Standing(await world.Row(maya)));
    }

    [Fact]
    public async Task Nobody_judges_themselves_an_admin_or_the_shop_next_door()
    {
        await using var world = await TestWorld.Start();
        var (nour, ada, eve) = (await world.Join(roles: Roles.Moderator), await world.Join(roles: Roles.Admin), await world.Join(world.There));
        SanctionOrder order = new(SanctionKinds.Exclusion, null, "why");
        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<IssueSanction>().Run(nour, nour.Id, order)).Refusal);
        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<IssueSanction>().Run(nour, ada.Id, order)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<IssueSanction>().Run(nour, eve.Id, order)).Refusal);
        Assert.Equal((null, null, false), Standing(await world.Row(eve)));
    }

    [Fact]
    public async Task Two_admins_who_shut_each_other_out_at_once_leave_one_and_who_is_shut_out_judges_nobody_any_more()
    {
        await using var world = await TestWorld.Start();
        var (ada, zoe, maya) = (await world.Join(roles: Roles.Admin), await world.Join(roles: Roles.Admin), await world.Join());
        var (issue, order) = (world.Get<IssueSanction>(), new SanctionOrder(SanctionKinds.Suspension, 7, "why"));

        var replies = await Task.WhenAll(issue.Run(ada, zoe.Id, order), issue.Run(zoe, ada.Id, order));

        Assert.Single(replies, reply => reply.Refusal == Refusals.LastAdmin);
        var (left, gone) = (await world.Row(ada)).SuspendedAt(world.Now) ? (zoe, ada) : (ada, zoe);
        Assert.False((await world.Row(left)).SuspendedAt(world.Now));
        // With what they were when they opened the page.
        Assert.Equal(Refusals.NotAllowed, (await issue.Run(gone, maya.Id, new(SanctionKinds.Reminder, null, "why"))).Refusal);
        Assert.NotNull((await issue.Run(left, maya.Id, order)).Value);
    }

    [PostgresFact]
    public async Task Whoever_is_being_shut_out_in_this_moment_shuts_out_nobody_first()
    {
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create());
        var (zoe, maya) = (await world.Join(roles: Roles.Admin), await world.Join());
        await world.Join(roles: Roles.Admin);
        var judging = Task.FromResult<Reply<Sanction>>(Refusals.NotFound);

        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<SiteStore>().Lock(tx, world.Here.Id);
            await tx.Execute("update members set suspended_until = @Open where id = @Id", new { MemberConduct.Open, zoe.Id });
            judging = Task.Run(() => world.Get<IssueSanction>().Run(zoe, maya.Id, new(SanctionKinds.Exclusion, null, "why")));
            await world.UntilItWaits(judging);
            return Done.It;
        });

        Assert.Equal(Refusals.NotAllowed, (await judging).Refusal);
        Assert.False((await world.Row(maya)).SuspendedAt(world.Now));
    }

    [Fact]
    public async Task A_member_objects_once_and_somebody_else_answers()
    {
        await using var world = await TestWorld.Start();
        var (nour, ada, maya) = (await Named(world, Roles.Moderator), await Named(world, Roles.Admin), await world.Join());
        var sanction = await Decide(world, nour, maya, SanctionKinds.Suspension, 7);
        var appeal = world.Get<AppealSanction>();

        Assert.Equal(Refusals.NotFound, (await appeal.Write(ada.Member, sanction.Id, "Not mine.")).Refusal);
        Assert.NotNull((await appeal.Write(maya.Member, sanction.Id, "I was quoting the visitor.")).Value);
        Assert.Equal(Refusals.SanctionOver, (await appeal.Write(maya.Member, sanction.Id, "Again!")).Refusal);
        Assert.Equal(sanction.Id, Assert.Single(await world.Get<SanctionStore>().Appealed(world.Here.Id)).Id);
        Assert.Equal(1, await world.Db.Find<long>("select count(*) from audit where action = 'sanction.appealed' and actor = @Id", new { maya.Id }));

        Assert.Equal(Refusals.NotYoursToJudge, (await appeal.Answer(nour, sanction.Id, "No.", lift: false)).Refusal);
        var answered = (await appeal.Answer(ada, sanction.Id, "You are right, sorry.", lift: true)).Value!;
        Assert.Equal((ada.Id, world.Now), (answered.AnsweredBy, answered.LiftedAt));
        Assert.False((await world.Row(maya)).SuspendedAt(world.Now));
        Assert.Equal(Refusals.SanctionOver, (await appeal.Answer(ada, sanction.Id, "Twice.", lift: false)).Refusal);
        Assert.Empty(await world.Get<SanctionStore>().Appealed(world.Here.Id));
    }

    [Fact]
    public async Task A_moderator_does_not_answer_an_objection_of_their_own()
    {
        await using var world = await TestWorld.Start();
        var (nour, zoe) = (await Named(world, Roles.Moderator), await Named(world, Roles.Moderator));
        var sanction = await Decide(world, nour, zoe, SanctionKinds.Reminder);
        await world.Get<AppealSanction>().Write(zoe.Member, sanction.Id, "Why?");
        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<AppealSanction>().Answer(zoe, sanction.Id, "I was right.", lift: true)).Refusal);
    }

    [Fact]
    public async Task A_sanction_is_told_to_whoever_holds_sockets_at_once()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await Named(world, Roles.Moderator), await world.Join());
        var told = 0;
        world.Get<ConductSignal>().OnRaised(() => told++);
        await Decide(world, nour, maya, SanctionKinds.Suspension, 7);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task The_only_moderator_there_is_answers_themselves()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya) = (await Named(world, Roles.Moderator), await world.Join());
        var sanction = await Decide(world, nour, maya, SanctionKinds.Probation, 7);
        await world.Get<AppealSanction>().Write(maya.Member, sanction.Id, "Why?");
        Assert.NotNull((await world.Get<AppealSanction>().Answer(nour, sanction.Id, "Because.", lift: false)).Value);
        Assert.True((await world.Row(maya)).OnProbationAt(world.Now));
    }

    [Fact]
    public async Task Strikes_within_the_window_are_a_proposal_until_somebody_decides()
    {
        await using var world = await TestWorld.Start();
        var (nour, maya, leo) = (await world.Join(roles: Roles.Moderator), await world.Join(), await world.Join());
        await Strike(world, maya, StrikeStore.Refused);
        world.Clock.Advance(TimeSpan.FromDays(31));
        await Strike(world, maya, StrikeStore.Held);
        await Strike(world, maya, StrikeStore.Report);
        await Strike(world, leo, StrikeStore.Refused);
        Assert.Empty(await Proposals(world));

        await Strike(world, maya, StrikeStore.Refused);
        var count = Assert.Single(await Proposals(world));
        Assert.Equal((maya.Id, 3L, 1L), (count.Member, count.Total, count.Reports));
        Assert.Equal((null, null, false), Standing(await world.Row(maya)));

        await world.Get<DismissProposal>().Run(nour, maya.Id);
        Assert.Empty(await Proposals(world));
        for (var i = 0; i < 3; i++) await Strike(world, maya, StrikeStore.Held);
        Assert.Single(await Proposals(world));
        await Decide(world, nour, maya, SanctionKinds.Reminder);
        Assert.Empty(await Proposals(world));
    }

    private static (long? Suspended, long? Probation, bool Word) Standing(Member m) => (m.SuspendedUntil, m.ProbationUntil, m.HasWord);

    private static async Task<Sanction> Decide(TestWorld world, MemberCaller by, MemberCaller member, string kind, int? days = null) =>
        (await world.Get<IssueSanction>().Run(by, member.Id, new(kind, days, "Please be kind."))).Value!;

    private static async Task<IReadOnlyList<StrikeCount>> Proposals(TestWorld world) =>
        await world.Get<StrikeStore>().Proposals(await world.Get<SiteStore>().Get(world.Here.Id), world.Now);

    private static Task Strike(TestWorld world, MemberCaller member, string kind) => world.Db.Write<Done>(async tx =>
    {
        await world.Get<StrikeStore>().Add(tx, world.Here.Id, member.Id, kind, thread: null);
        return Done.It;
    });

    // Somebody who can sign in: only they can be asked to answer.
    private static async Task<MemberCaller> Named(TestWorld world, string role)
    {
        var caller = await world.Join(roles: role);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set password = 'hash' where id = @Id", new { caller.Id }); return Done.It; });
        return new(caller.Site, await world.Row(caller));
    }
}
