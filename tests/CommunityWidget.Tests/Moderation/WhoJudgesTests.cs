using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Nobody judges themselves where somebody else can, an admin only an admin does, and no decision waits for somebody who is not there.</summary>
public sealed class WhoJudgesTests
{
    private const string Both = $"{Roles.SuperUser} {Roles.Moderator}";

    [Fact]
    public async Task An_objection_of_an_admin_waits_for_no_moderator_who_could_not_answer_it()
    {
        await using var world = await TestWorld.Start();
        var (ada, zoe, nour) = (await Named(world, Roles.Admin), await Named(world, Roles.Admin), await Named(world, Roles.Moderator));
        var sanction = await Decide(world, ada, zoe, SanctionKinds.Reminder);
        await world.Get<AppealSanction>().Write(zoe.Member, sanction.Id, "Why?");

        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<AppealSanction>().Answer(nour, sanction.Id, "Because.", lift: true)).Refusal);
        Assert.NotNull((await world.Get<AppealSanction>().Answer(ada, sanction.Id, "Because.", lift: false)).Value);
    }

    [Fact]
    public async Task An_objection_of_an_admin_is_answered_by_another_admin_where_there_is_one()
    {
        await using var world = await TestWorld.Start();
        var (ada, zoe, eva) = (await Named(world, Roles.Admin), await Named(world, Roles.Admin), await Named(world, Roles.Admin));
        var sanction = await Decide(world, ada, zoe, SanctionKinds.Reminder);
        await world.Get<AppealSanction>().Write(zoe.Member, sanction.Id, "Why?");

        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<AppealSanction>().Answer(ada, sanction.Id, "Because.", lift: false)).Refusal);
        Assert.NotNull((await world.Get<AppealSanction>().Answer(eva, sanction.Id, "Because.", lift: false)).Value);
    }

    [Fact]
    public async Task A_moderator_lifts_nothing_from_an_admin()
    {
        await using var world = await TestWorld.Start();
        var (ada, zoe, nour) = (await Named(world, Roles.Admin), await Named(world, Roles.Admin), await Named(world, Roles.Moderator));
        var sanction = await Decide(world, ada, zoe, SanctionKinds.Probation, 7);
        var lift = world.Get<LiftSanction>();

        Assert.Equal(Refusals.NotYoursToJudge, (await lift.Run(nour, sanction.Id)).Refusal);
        Assert.NotNull((await lift.Run(ada, sanction.Id)).Value);
        Assert.Equal(Refusals.NotYoursToJudge, (await lift.Undo(nour, sanction.Id)).Refusal);
    }

    [Fact]
    public async Task Strikes_are_settled_by_nobody_whose_they_are_and_an_admins_by_an_admin()
    {
        await using var world = await TestWorld.Start();
        var (ada, nour, zoe) = (await Named(world, Roles.Admin), await Named(world, Roles.Moderator), await Named(world, Roles.Admin));
        foreach (var member in new[] { nour, ada })
            for (var i = 0; i < 3; i++) await Strike(world, member);
        var dismiss = world.Get<DismissProposal>();

        Assert.Equal(Refusals.NotYoursToJudge, (await dismiss.Run(nour, nour.Id)).Refusal);
        Assert.Equal(Refusals.NotYoursToJudge, (await dismiss.Run(nour, ada.Id)).Refusal);
        Assert.Equal(2, (await Proposals(world)).Count);
        Assert.NotNull((await dismiss.Run(zoe, ada.Id)).Value);
        Assert.NotNull((await dismiss.Run(ada, nour.Id)).Value);
        Assert.Empty(await Proposals(world));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_wrote_what_was_reported_does_not_decide_where_somebody_else_may(bool right)
    {
        await using var world = await TestWorld.Start();
        var (maya, decide) = (await Named(world, Both), world.Get<DecideReport>());
        var (_, report) = await Reported(world, maya);
        var nour = await Named(world, Roles.Moderator);

        Assert.Equal(Refusals.NotYoursToJudge, (await decide.Run(maya, report, right)).Refusal);
        Assert.Single(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.NotNull((await decide.Run(nour, report, right)).Value);
    }

    [Fact]
    public async Task Whoever_answered_on_a_reported_page_does_not_decide_where_somebody_else_may()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour, decide) = (await Named(world, Both), await Named(world, Roles.Moderator), world.Get<DecideReport>());
        var (visitor, thread) = await world.Rated(maya);
        await world.Published(nour, thread);
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(0, ReportReasons.Wrong))).Value!.ReportId;

        Assert.Equal(Refusals.NotYoursToJudge, (await decide.Run(maya, report, right: false)).Refusal);
        Assert.NotNull((await decide.Run(nour, report, right: false)).Value);
    }

    [Fact]
    public async Task The_only_moderator_who_can_sign_in_decides_about_their_own_words_too()
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (_, report) = await Reported(world, maya);
        // Invited and never came; and shut out.
        await world.Join(roles: Roles.Moderator);
        var zoe = await Named(world, Roles.Moderator);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @Open where id = @Id", new { MemberConduct.Open, zoe.Id }); return Done.It; });

        Assert.NotNull((await world.Get<DecideReport>().Run(maya, report, right: false)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_wrote_what_is_held_does_not_decide_where_somebody_else_may(bool alone)
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (_, thread) = await world.TalkWith(maya);
        var held = (await world.Say(maya with { Site = maya.Site with { Judging = new(Held: "wombat") } }, thread, "Ask the wombat.")).Value!.Seq;
        var decide = world.Get<DecideHeld>();
        if (alone)
        {
            Assert.NotNull((await decide.Pass(maya, thread.PublicId, held)).Value);
            return;
        }
        var nour = await Named(world, Roles.Moderator);
        Assert.Equal(Refusals.NotYoursToJudge, (await decide.Pass(maya, thread.PublicId, held)).Refusal);
        Assert.Equal(Refusals.NotYoursToJudge, (await decide.Refuse(maya, thread.PublicId, held)).Refusal);
        Assert.NotNull((await decide.Pass(nour, thread.PublicId, held)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_does_whoever_wrote_what_was_reported_take_back_what_somebody_else_decided(bool right)
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (thread, report) = await Reported(world, maya);
        var (nour, zoe) = (await Named(world, Roles.Moderator), await Named(world, Roles.Moderator));
        var page = await world.Published(nour, thread);
        var decision = (await world.Get<DecideReport>().Run(nour, report, right)).Value!;
        var undo = world.Get<UndoDecision>();

        Assert.Equal(Refusals.NotYoursToJudge, (await undo.Run(maya, decision.Together)).Refusal);
        // The page it took down stays down with it.
        Assert.Equal(right ? Publications.Withdrawn : Publications.Published, (await world.Get<EditionStore>().Find(page.Id))!.State);
        Assert.Empty(await world.Get<ReportStore>().Open(world.Here.Id, 10));
        Assert.Null((await undo.Run(zoe, decision.Together)).Refusal);
        Assert.Equal(Publications.Published, (await world.Get<EditionStore>().Find(page.Id))!.State);
        Assert.Single(await world.Get<ReportStore>().Open(world.Here.Id, 10));
    }

    [Fact]
    public async Task Nor_does_whoever_answered_on_a_page_that_was_rightly_reported_bring_it_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await Named(world, Both), await Named(world, Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        var page = await world.Published(nour, thread);
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(0, ReportReasons.Wrong))).Value!.ReportId;
        var decision = (await world.Get<DecideReport>().Run(nour, report, right: true)).Value!;

        Assert.Equal(Refusals.NotYoursToJudge, (await world.Get<UndoDecision>().Run(maya, decision.Together)).Refusal);
        Assert.Equal(Publications.Withdrawn, (await world.Get<EditionStore>().Find(page.Id))!.State);
    }

    [Fact]
    public async Task Nor_does_whoever_wrote_what_was_held_take_back_that_it_was_kept_back_unless_nobody_else_may()
    {
        await using var world = await TestWorld.Start();
        var maya = await Named(world, Both);
        var (_, thread) = await world.TalkWith(maya);
        var held = (await world.Say(maya with { Site = maya.Site with { Judging = new(Held: "wombat") } }, thread, "Ask the wombat.")).Value!.Seq;
        var nour = await Named(world, Roles.Moderator);
        var decision = (await world.Get<DecideHeld>().Refuse(nour, thread.PublicId, held)).Value!;
        var undo = world.Get<UndoDecision>();

        Assert.Equal(Refusals.NotYoursToJudge, (await undo.Run(maya, decision.Together)).Refusal);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set suspended_until = @Open where id = @Id", new { MemberConduct.Open, nour.Id }); return Done.It; });
        Assert.Null((await undo.Run(maya, decision.Together)).Refusal);
    }

    private static async Task<(ThreadRecord Thread, string Report)> Reported(TestWorld world, MemberCaller author)
    {
        var (visitor, thread) = await world.Rated(author);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        return (thread, (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Unkind))).Value!.ReportId);
    }

    private static async Task<Sanction> Decide(TestWorld world, MemberCaller by, MemberCaller member, string kind, int? days = null) =>
        (await world.Get<IssueSanction>().Run(by, member.Id, new(kind, days, "Please be kind."))).Value!;

    private static async Task<IReadOnlyList<StrikeCount>> Proposals(TestWorld world) =>
        await world.Get<StrikeStore>().Proposals(await world.Get<SiteStore>().Get(world.Here.Id), world.Now);

    private static Task Strike(TestWorld world, MemberCaller member) => world.Db.Write<Done>(async tx =>
    {
        await world.Get<StrikeStore>().Add(tx, world.Here.Id, member.Id, StrikeStore.Held, thread: null);
        return Done.It;
    });

    // Somebody who can sign in: only they can be asked to decide.
    private static async Task<MemberCaller> Named(TestWorld world, string roles)
    {
        var caller = await world.Join(roles: roles);
        await world.Db.Write<Done>(async tx => { await tx.Execute("update members set password = 'hash' where id = @Id", new { caller.Id }); return Done.It; });
        return new(caller.Site, await world.Row(caller));
    }
}
