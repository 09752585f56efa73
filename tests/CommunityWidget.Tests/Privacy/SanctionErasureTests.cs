using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Pages.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Privacy;

/// <summary>A sanction quotes what was said to a visitor, and by them: their erasure takes the quotes, and leaves what was decided.</summary>
public sealed class SanctionErasureTests
{
    private const string Word = "zebrafinch";

    [Fact]
    public async Task What_was_said_about_a_sanction_of_an_upheld_report_goes_with_the_conversation_it_quotes()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, thread) = await Reported(world, people);
        var (other, second) = await Reported(world, people);
        var sanction = await Sanction(world, people);
        Assert.Equal(second.Id, sanction.Thread);

        // Of two conversations it is about the second, and came of the first too.
        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
        var left = (await world.Get<SanctionStore>().Find(sanction.Id))!;
        Assert.Equal((SanctionKinds.Probation, SanctionWords.Erased, SanctionWords.Erased, SanctionWords.Erased), (left.Kind, left.Reason, left.Appeal, left.Answer));
        Assert.True(left.IsActiveAt(world.Now));
        Assert.Null((await world.Get<EraseVisitor>().Run(other)).Refusal);
        Assert.NotEqual(thread.Id, second.Id);
    }

    [Fact]
    public async Task One_that_was_taken_back_and_decided_anew_knows_its_conversation_still_and_another_visitor_s_erasure_takes_nothing()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, thread) = await Reported(world, people);
        var (other, _) = await world.TalkWith(people.Maya);
        var first = await Sanction(world, people, talk: false);
        Assert.NotNull((await world.Get<LiftSanction>().Run(people.Nour, first.Id)).Value);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        var again = await Sanction(world, people, talk: false);
        Assert.Equal(thread.Id, again.Thread);

        Assert.Null((await world.Get<EraseVisitor>().Run(other)).Refusal);
        Assert.Contains(Word, (await world.Get<SanctionStore>().Find(again.Id))!.Reason);
        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);
        Assert.Equal([], await Where(world));
    }

    [Fact]
    public async Task One_of_a_held_message_and_one_that_names_its_conversation_know_it_too_and_one_out_of_nowhere_is_of_none()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (_, held) = await world.TalkWith(people.Maya);
        var strict = people.Maya with { Site = world.Here with { Judging = new Judging(Held: "dodo") } };
        Assert.Equal(EventKinds.Hold, (await world.Say(strict, held, "Buy a dodo!")).Value!.Kind);
        Assert.Equal(held.Id, (await Sanction(world, people, talk: false)).Thread);
        await world.Leap(TimeSpan.FromHours(2));
        Assert.Null((await Sanction(world, people, talk: false)).Thread);

        var issue = world.Get<IssueSanction>();
        var named = (await issue.Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, "As you know.", held.PublicId))).Value!;
        Assert.Equal(held.Id, named.Thread);
        Assert.Equal(Refusals.NotFound, (await issue.Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, "As you know.", "nosuchone0"))).Refusal);
    }

    [Fact]
    public async Task Whose_conversation_was_erased_while_a_moderator_wrote_is_quoted_by_no_sanction_about_it()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, thread) = await Reported(world, people);
        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal(Refusals.NotFound, (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, $"You said {Word}.", thread.PublicId))).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Null((await Sanction(world, people, talk: false)).Thread);
    }

    [Fact]
    public async Task Personal_data_in_it_is_masked_in_the_member_s_language_whoever_writes_it()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var reason = (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, "You wrote to jane.doe@mail.example."))).Value!;
        Assert.Equal("You wrote to [e-mail].", reason.Reason);
        var appealed = (await world.Get<AppealSanction>().Write(people.Maya.Member, reason.Id, "She called from 06 12 34 56 78 first.")).Value!;
        Assert.Equal("She called from [phone] first.", appealed.Appeal);
        var answered = (await world.Get<AppealSanction>().Answer(people.Ada, reason.Id, "From 06 12 34 56 78, yes.", lift: false)).Value!;
        Assert.Equal("From [phone], yes.", answered.Answer);
        Assert.Equal([appealed.Appeal, answered.Answer], new[] { (await world.Get<SanctionStore>().Find(reason.Id))! }.SelectMany(kept => new[] { kept.Appeal, kept.Answer }));
    }

    [Fact]
    public async Task A_conversation_whose_time_is_up_takes_the_words_about_it_and_leaves_the_sanction()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (_, first) = await Reported(world, people);
        var (_, second) = await Reported(world, people);
        var sanctions = new[] { await Sanction(world, people), (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, $"A {Word}.", first.PublicId))).Value! };
        await world.Leap(TimeSpan.FromDays(366));

        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal(0, await world.Db.Find<long>("select count(*) from threads where id in (@First, @Second)", new { First = first.Id, Second = second.Id }));
        Assert.Equal([], await Where(world));
        foreach (var sanction in sanctions)
        {
            var left = (await world.Get<SanctionStore>().Find(sanction.Id))!;
            Assert.Equal((sanction.Kind, null, SanctionWords.Erased), (left.Kind, left.Thread, left.Reason));
        }
    }

    [Fact]
    public async Task An_objection_that_nobody_answered_may_be_made_once_more_when_its_words_were_erased()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, _) = await Reported(world, people);
        var sanction = await Sanction(world, people, talk: false);
        var appeals = world.Get<AppealSanction>();
        Assert.NotNull((await appeals.Write(people.Maya.Member, sanction.Id, $"Nobody sells a {Word}.")).Value);
        Assert.Single(await world.Get<SanctionStore>().Appealed(world.Here.Id));

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);

        Assert.Equal([], await Where(world));
        Assert.Empty(await world.Get<SanctionStore>().Appealed(world.Here.Id));
        Assert.NotNull((await appeals.Write(people.Maya.Member, sanction.Id, "I said what the catalogue says.")).Value);
        Assert.NotNull((await appeals.Answer(people.Ada, sanction.Id, "So it does.", lift: true)).Value);
    }

    [Fact]
    public async Task One_that_names_its_conversation_is_of_no_other_whatever_else_spoke_against_the_member()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (other, named) = await Reported(world, people);
        var (visitor, _) = await Reported(world, people);
        var sanction = (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, $"They asked for a {Word}.", named.PublicId))).Value!;

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);
        Assert.Equal(sanction.Reason, (await world.Get<SanctionStore>().Find(sanction.Id))!.Reason);
        Assert.Null((await world.Get<EraseVisitor>().Run(other)).Refusal);
        Assert.Equal([], await Where(world));
        Assert.Empty(await world.Get<StrikeStore>().Proposals(world.Here with { StrikesToPropose = 1 }, world.Now));
    }

    [Theory, InlineData("nosuchone0"), InlineData("a\0bcdefghi"), InlineData("\0"), InlineData("")]
    public async Task What_is_no_conversation_s_address_is_none(string about)
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        Assert.Equal(Refusals.NotFound, (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, "As you know.", about))).Refusal);
    }

    [Fact]
    public async Task The_name_of_whoever_asked_is_masked_in_what_is_said_of_their_conversation()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, thread) = await world.Rated(people.Maya, mayPublish: false);
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update visitors set name = 'Kerouanton' where id = @Id", new { visitor.Id });
            return Done.It;
        });

        var sanction = (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Reminder, null, "Kerouanton was called names.", thread.PublicId))).Value!;
        Assert.NotNull((await world.Get<AppealSanction>().Write(people.Maya.Member, sanction.Id, "Kerouanton began.")).Value);
        Assert.NotNull((await world.Get<AppealSanction>().Answer(people.Ada, sanction.Id, "Kerouanton did not.", lift: false)).Value);

        var kept = (await world.Get<SanctionStore>().Find(sanction.Id))!;
        Assert.Equal(("[name] was called names.", "[name] began.", "[name] did not."), (kept.Reason, kept.Appeal, kept.Answer));
    }

    [Fact]
    public async Task One_from_before_this_was_kept_is_of_the_conversation_its_strikes_came_from()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        await Reported(world, people);
        var (_, last) = await Reported(world, people);
        var sanction = await Sanction(world, people, talk: false);
        await world.Leap(TimeSpan.FromHours(2));
        var nowhere = await Sanction(world, people, talk: false);
        var migration = Repository.Files("src/CommunityWidget/Database/Migrations", ".sql").Single(file => file.Path.Contains("/0056_", StringComparison.Ordinal)).Text;

        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update sanctions set thread = null");
            await tx.Execute(migration[migration.IndexOf("update sanctions", StringComparison.Ordinal)..]);
            return Done.It;
        });

        Assert.Equal(last.Id, (await world.Get<SanctionStore>().Find(sanction.Id))!.Thread);
        Assert.Null((await world.Get<SanctionStore>().Find(nowhere.Id))!.Thread);
    }

    [Fact]
    public async Task From_what_was_reported_a_moderator_gets_to_its_author_with_the_conversation_and_from_a_page_to_nobody()
    {
        await using var world = await TestWorld.Start();
        var people = await People.Of(world);
        var (visitor, thread) = await world.Rated(people.Maya);
        await world.Published(people.Nour, thread);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        foreach (var seq in new[] { said, 0 })
        {
            Assert.NotNull((await world.Get<FileReport>().Run(visitor, thread.PublicId, new(seq, ReportReasons.Unkind))).Value);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var shown = await new ReportedThings(world.Get<ReportStore>(), world.Get<ThreadStore>(), world.Get<EditionStore>(), world.Get<MemberStore>(), world.Get<WhoJudges>()).Of(people.Nour, ReviewTexts.In("en"));

        Assert.Equal([$"/moderation/members/{people.Maya.Id}?about={thread.PublicId}", null], shown.Select(one => one.AboutAuthor));
    }

    private static async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Reported(TestWorld world, People people)
    {
        var (visitor, thread) = await world.Rated(people.Maya, mayPublish: false);
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).First(e => e is { Kind: EventKinds.Message, AuthorKind: "member" }).Seq;
        var report = (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said, ReportReasons.Unkind))).Value!;
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await world.Get<DecideReport>().Run(people.Nour, report.ReportId, right: true)).Value);
        return (visitor, thread);
    }

    private static async Task<Sanction> Sanction(TestWorld world, People people, bool talk = true)
    {
        var sanction = (await world.Get<IssueSanction>().Run(people.Nour, people.Maya.Id, new(SanctionKinds.Probation, 30, $"To a visitor who asked for a {Word} you said no."))).Value!;
        if (!talk) return sanction;
        Assert.NotNull((await world.Get<AppealSanction>().Write(people.Maya.Member, sanction.Id, $"Nobody sells a {Word}.")).Value);
        Assert.NotNull((await world.Get<AppealSanction>().Answer(people.Ada, sanction.Id, $"Be kind about the {Word}.", lift: false)).Value);
        return sanction;
    }

    private static async Task<IEnumerable<string>> Where(TestWorld world) =>
        (await Schema.Dump(world.Db)).Where(one => one.Text.Contains(Word, StringComparison.OrdinalIgnoreCase)).Select(one => one.Column).Distinct();

    private sealed record People(MemberCaller Maya, MemberCaller Nour, MemberCaller Ada)
    {
        public static async Task<People> Of(TestWorld world) =>
            new(await world.Join(seats: 5), await world.Join(roles: Roles.Moderator, available: false), await world.Join(roles: Roles.Admin, available: false));
    }
}
