using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

public sealed class MemberSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task Roles_seats_languages_and_year_are_as_ticked()
    {
        var zoe = await App.AddMember(Mine, "zoe", Roles.SuperUser);

        await Saved(await Admin.Press(Page(zoe), "Save", ("Form.Roles", Roles.Agent), ("Form.Roles", Roles.Moderator), ("Form.Seats", "5"), ("Form.Since", "2019")));

        var row = await Row(zoe);
        Assert.Equal(($"{Roles.Agent} {Roles.Moderator}", 5L, 2019L, "en"), (row.Roles, row.Seats, row.CustomerSince, row.Languages));
    }

    [Fact]
    public async Task Who_is_of_the_team_now_is_so_on_pages_at_once()
    {
        var (zoe, dropped) = (await App.AddMember(Mine, "zoe", Roles.SuperUser), 0);
        App.Get<AnswerCache>().OnDrop(() => dropped++);

        await Saved(await Admin.Press(Page(zoe), "Save", ("Form.Roles", Roles.SuperUser), ("Form.Seats", "5")));
        Assert.Equal(0, dropped);
        await Saved(await Admin.Press(Page(zoe), "Save", ("Form.Roles", Roles.Agent)));
        Assert.Equal(1, dropped);
    }

    [Fact]
    public async Task A_topic_taken_away_and_given_back_keeps_what_its_answers_were_worth()
    {
        var site = Mine with { Topics = new([new("care", new Dictionary<string, string> { ["en"] = "Care" })]) };
        var (zoe, members, db) = (await App.AddMember(Mine, "zoe", Roles.SuperUser), App.Get<MemberStore>(), App.Get<Db>());
        await db.Write<Done>(async tx =>
        {
            await App.Get<CommunityWidget.Sites.SiteStore>().Save(tx, site);
            await members.AddTopic(tx, zoe.Id, "care");
            await members.AddRating(tx, zoe.Id, "care", 3, 14);
            return Done.It;
        });

        await Saved(await Admin.Press(Page(zoe), "Save", ("Form.Topics", "")));
        Assert.Empty(await members.Topics(Mine.Id));
        await Saved(await Admin.Press(Page(zoe), "Save", ("Form.Topics", "care")));
        Assert.Equal(14, Assert.Single(await members.Topics(Mine.Id)).RatedSum);
    }

    [Fact]
    public async Task Who_is_suspended_is_signed_out_at_once_reads_why_may_object_and_is_let_back()
    {
        var zoe = await App.AddMember(Mine, "zoe", Roles.SuperUser);
        var browser = await App.SignedIn(Mine, zoe);

        await Saved(await Admin.Press(Page(zoe), "Suspend", ("days", "7"), ("reason", "You gave an order number away.")));
        Assert.StartsWith("/sign-in", (await browser.Get("/console")).Headers.Location!.OriginalString);
        Assert.Equal(App.Clock.NowMs + (7 * 86_400_000L), (await Row(zoe)).SuspendedUntil);
        var sanction = Assert.Single(await App.Get<SanctionStore>().Of(zoe.Id));
        Assert.Equal((SanctionKinds.Suspension, "You gave an order number away.", Ada.Id, true), (sanction.Kind, sanction.Reason, sanction.IssuedBy, sanction.MayBeAppealed));

        await Saved(await Admin.Press(Page(zoe), "LetBack"));
        Assert.Equal(200, (int)(await (await App.SignedIn(Mine, zoe)).Get("/console")).StatusCode);
        Assert.NotNull(Assert.Single(await App.Get<SanctionStore>().Of(zoe.Id)).LiftedAt);
        Assert.Contains(await App.Get<Db>().Query<string>("select action from audit where site = @Id", Mine), action => action == "POST /admin/people/{id:guid}?handler=Suspend");
    }

    [Fact]
    public async Task Nobody_is_suspended_without_a_reason_and_for_good_is_an_exclusion()
    {
        var zoe = await App.AddMember(Mine, "zoe", Roles.SuperUser);

        var page = await Refused(await Admin.Press(Page(zoe), "Suspend", ("days", "30"), ("reason", " ")));
        Assert.Contains("the person reads it and may object", page);
        Assert.Contains("value=\"30\" selected", page);
        Assert.Null((await Row(zoe)).SuspendedUntil);

        Assert.Contains("Suspended until let back.", await Saved(await Admin.Press(Page(zoe), "Suspend", ("days", "always"), ("reason", "Again and again."))));
        Assert.Equal(SanctionKinds.Exclusion, Assert.Single(await App.Get<SanctionStore>().Of(zoe.Id)).Kind);
    }

    [Fact]
    public async Task Nobody_suspends_themselves()
    {
        var page = await Refused(await Admin.Press(Page(Ada), "Suspend", ("days", "7"), ("reason", "A rest.")), CommunityWidget.Hosting.Problems.Status(Refusals.NotYoursToJudge));

        Assert.Contains("nobody suspends themselves", page);
        Assert.Contains("A rest.", page);
        Assert.Null((await Row(Ada)).SuspendedUntil);
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        var page = await Refused(await Admin.Press(Page(Ada), "Save", ("Form.Roles", Roles.Moderator)), 409);

        Assert.Contains("This is the only admin of the site", page);
        Assert.Equal((Roles.Admin, null), ((await Row(Ada)).Roles, (await Row(Ada)).SuspendedUntil));
    }

    [Fact]
    public async Task Two_admins_who_demote_each_other_at_once_leave_one()
    {
        var bob = await App.AddMember(Mine, "bob", Roles.Admin);
        var change = App.Get<CommunityWidget.Admin.ChangeMember>();

        var replies = await Task.WhenAll(
            change.Run(new(Mine, Ada), bob.Id, "settings", s => s with { Roles = Roles.Agent }),
            change.Run(new(Mine, bob), Ada.Id, "settings", s => s with { Roles = Roles.Agent }));

        Assert.Single(replies, r => r.Refusal == Refusals.LastAdmin);
        Assert.Single(new[] { await Row(Ada), await Row(bob) }, m => m.Is(Roles.Admin));
    }

    [Theory]
    [InlineData("Save"), InlineData("Suspend"), InlineData("LetBack"), InlineData("Password")]
    public async Task Nobody_of_another_site_can_be_seen_or_touched(string handler)
    {
        var eve = await App.AddMember(Theirs, "eve", Roles.SuperUser);
        var token = (await Admin.Form(Page(Ada), "Save")).Fields.First(f => f.Name == "__RequestVerificationToken").Value;

        var theirs = await Admin.Send(HttpMethod.Post, $"{Page(eve)}?handler={handler}", Form(token));
        var nobody = await Admin.Send(HttpMethod.Post, $"/admin/people/{Guid.Empty}?handler={handler}", Form(token));

        Assert.Equal((404, 404), ((int)theirs.StatusCode, (int)nobody.StatusCode));
        Assert.Equal(404, (int)(await Admin.Get(Page(eve))).StatusCode);
        Assert.Equal(eve with { Password = null }, await Row(eve) with { Password = null });
        Assert.Empty(await App.Get<Db>().Query<string>("select id from password_links where member = @Id", eve));
    }

    [Theory]
    [InlineData("Form.Seats", "0", "whole number from 1 to 50")]
    [InlineData("Form.Since", "3019", "Write a year up to")]
    [InlineData("Form.Roles", "owner", "Choose at least one role")]
    public async Task What_no_member_can_be_is_refused_beside_what_was_typed(string field, string typed, string sentence) =>
        Assert.Contains(sentence, await Refused(await Admin.Press(Page(await App.AddMember(Mine, "zoe", Roles.SuperUser)), "Save", (field, typed))));

    private static string Page(Member member) => $"/admin/people/{member.Id}";

    private static FormUrlEncodedContent Form(string token) =>
        new(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Form.Roles"] = Roles.Admin, ["Form.Languages"] = "en", ["Form.Seats"] = "3", ["days"] = "7", ["by"] = "link" });
}
