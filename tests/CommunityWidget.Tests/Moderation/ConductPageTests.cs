using System.Net;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Admin;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Moderation;

/// <summary>The charter and sanctions from page to page, over HTTP.</summary>
public sealed class ConductPageTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task A_charter_is_previewed_published_read_accepted_and_taken_back()
    {
        var zoe = await App.AddMember(Mine, "zoe", Roles.SuperUser);
        var browser = await App.SignedIn(Mine, zoe);
        (string, string)[] typed = [("Form.Text[en]", "# Be kind\n\n<b>always</b>")];

        var preview = await Text(await Admin.Press("/admin/charter", "Preview", typed));
        Assert.Contains("<h2>Be kind</h2>", preview);
        Assert.Contains("There is no charter here yet", await Text(await browser.Get($"/charter/{Mine.Slug}")));
        var saved = await Saved(await Admin.Press("/admin/charter", "Publish", typed));
        Assert.Contains("Version 1 holds", saved);
        Assert.Contains($"\"charter\":\"charter/{Mine.Slug}\"", await Text(await App.Browser().Get($"/api/sites/{Mine.Key}/widget")));

        Assert.True(await Due(browser));
        Assert.Equal(302, (int)(await browser.Submit("/charter")).StatusCode);
        Assert.False(await Due(browser));
        Assert.DoesNotContain("<form method=\"post\"", await Text(await App.Browser().Get($"/charter/{Mine.Slug}")));

        var id = await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and action = 'charter.published'", Mine);
        await Saved(await Admin.Press($"/admin/charter?changed={id}", "Undo"));
        Assert.Equal((0L, 0L), ((await Site()).CharterVersion, (await Row(zoe)).CharterAccepted));
    }

    [Fact]
    public async Task A_charter_whose_language_the_site_gave_up_is_shown_as_what_it_is_and_agreed_to()
    {
        await App.Get<Db>().Write<Done>(async tx => { await App.Get<SiteStore>().Save(tx, await Site() with { Languages = "fr en" }); return Done.It; });
        await Saved(await Admin.Press("/admin/charter", "Publish", ("Form.Text[fr]", "# Soyez gentils")));
        await App.Get<Db>().Write<Done>(async tx => { await App.Get<SiteStore>().Save(tx, await Site() with { Languages = "en" }); return Done.It; });
        var browser = await App.SignedIn(Mine, await App.AddMember(Mine, "zoe", Roles.SuperUser));

        Assert.True(await Due(browser));
        var page = await Text(await browser.Get("/charter?lang=en"));
        Assert.Contains("<div lang=\"fr\" dir=\"auto\" class=\"charter\"><h2>Soyez gentils</h2>", page);
        Assert.Equal(302, (int)(await browser.Submit("/charter")).StatusCode);
        Assert.False(await Due(browser));
    }

    [Theory]
    [InlineData("", "Write the charter in the site’s first language")]
    [InlineData("a\u0007b", "signs that cannot be shown")]
    public async Task A_charter_that_cannot_stand_is_refused_and_kept(string body, string says)
    {
        var page = await Refused(await Admin.Press("/admin/charter", "Publish", ("Form.Text[en]", body)));
        Assert.Contains(says, page);
        Assert.Equal(0, (await Site()).CharterVersion);
    }

    [Fact]
    public async Task Two_admins_do_not_overwrite_each_others_charter_unseen()
    {
        var opened = await Admin.Form("/admin/charter", "Publish");
        await Saved(await Admin.Press("/admin/charter", "Publish", ("Form.Text[en]", "First.")));
        var late = opened.Fields.Where(field => field.Name != "Form.Text[en]").Append(("Form.Text[en]", "Second.")).Select(field => KeyValuePair.Create(field.Item1, field.Item2));

        Assert.Contains("Second.", await Refused(await Admin.Send(HttpMethod.Post, opened.Action, new FormUrlEncodedContent(late)), 409));
        Assert.Equal(1, (await Site()).CharterVersion);
    }

    [Fact]
    public async Task Whoever_is_suspended_reads_why_objects_and_reaches_nothing_else()
    {
        var (zoe, nour) = (await App.AddMember(Mine, "zoe", Roles.SuperUser), await App.AddMember(Mine, "nour", Roles.Moderator));
        var (browser, moderator) = (await App.SignedIn(Mine, zoe), await App.SignedIn(Mine, nour));
        var page = $"/moderation/members/{zoe.Id}";

        var decided = await moderator.Press(page, "Decide", ("Form.Kind", "suspension"), ("Form.Days", "3"), ("Form.Template", "respect"), ("Form.Words", "Last night, in the talk about <lamps>."));
        Assert.Equal(302, (int)decided.StatusCode);
        Assert.Contains("Done, and told.", await Text(await moderator.Get(decided.Headers.Location!.OriginalString)));

        Assert.StartsWith("/sign-in", (await browser.Get("/console")).Headers.Location!.OriginalString);
        Assert.Equal("/standing", (await browser.Get("/sign-in")).Headers.Location!.OriginalString);
        Assert.Equal(401, (int)(await browser.Get("/api/console")).StatusCode);
        Assert.Equal("/standing", (await App.Browser().Submit($"/sign-in?site={Mine.Slug}", ("email", zoe.Email), ("password", TestApp.Password))).Headers.Location!.OriginalString);
        var standing = await Text(await browser.Get("/standing"));
        Assert.Contains("Last night, in the talk about <lamps>.", standing);
        Assert.Contains("treated with respect", standing);
        Assert.Contains($"href=\"/\">{Mine.Name}</a>", standing);
        Assert.Equal("/standing?sent=true", (await browser.Submit("/standing", ("text", "I was tired."))).Headers.Location!.OriginalString);

        // Nour decided, Ada answers.
        Assert.Contains("somebody else answers", await Text(await moderator.Get(page)));
        Assert.Contains("zoe", await Text(await moderator.Get("/moderation/members")));
        Assert.Equal(302, (int)(await Admin.Press(page, "Answer", ("text", "Take care."), ("lift", "true"))).StatusCode);
        Assert.Contains("Take care.", await Text(await browser.Get("/standing")));
        Assert.Equal(200, (int)(await browser.Get("/console")).StatusCode);
    }

    [Fact]
    public async Task Words_that_were_erased_are_said_to_be_in_the_reader_s_language_and_a_conversation_that_is_gone_is_decided_about_no_more()
    {
        var (zoe, nour) = (await App.AddMember(Mine, "zoe", Roles.SuperUser), await App.AddMember(Mine, "nour", Roles.Moderator));
        var (browser, moderator) = (await App.SignedIn(Mine, zoe), await App.SignedIn(Mine, nour));
        var page = $"/moderation/members/{zoe.Id}";
        (string, string)[] typed = [("Form.Kind", "reminder"), ("Form.Words", "In the talk about lamps.")];

        var gone = await moderator.Press($"{page}?about=nosuchone0", "Decide", typed);
        Assert.Equal(404, (int)gone.StatusCode);
        Assert.DoesNotContain("nosuchone0\"", await gone.Content.ReadAsStringAsync());
        Assert.Equal(302, (int)(await moderator.Press(page, "Decide", typed)).StatusCode);
        Assert.Equal("/standing?sent=true", (await browser.Submit("/standing", ("text", "I was tired."))).Headers.Location!.OriginalString);
        await App.Get<Db>().Write<Done>(async tx => { await tx.Execute("update sanctions set reason = '', appeal = '', answer = '', answered_by = issued_by, answered_at = issued_at where member = @Id", new { zoe.Id }); return Done.It; });

        foreach (var shown in new[] { await Text(await browser.Get("/standing?lang=en")), await Text(await moderator.Get($"{page}?lang=en")) })
            Assert.Equal(3, shown.Split("(These words were erased with the conversation they were about.)").Length - 1);
        Assert.Contains("(Ces mots ont été effacés avec la conversation dont ils parlaient.)", await Text(await browser.Get("/standing?lang=fr")));
    }

    [Fact]
    public async Task Nobody_of_another_shop_and_no_volunteer_gets_near_it()
    {
        var (eve, zoe) = (await App.AddMember(Theirs, "eve", Roles.SuperUser), await App.AddMember(Mine, "zoe", Roles.SuperUser));
        var volunteer = await App.SignedIn(Mine, zoe);
        Assert.Equal(404, (int)(await Admin.Get($"/moderation/members/{eve.Id}")).StatusCode);
        Assert.Equal("/not-yours", (await volunteer.Get("/moderation/members")).Headers.Location!.OriginalString);
        Assert.Equal("/not-yours", (await volunteer.Get($"/moderation/members/{zoe.Id}")).Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in", (await App.Browser().Get("/standing")).Headers.Location!.OriginalString);
        Assert.Empty(await App.Get<SanctionStore>().Of(eve.Id));
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static async Task<bool> Due(Browser browser) =>
        JsonDocument.Parse(await (await browser.Get("/api/console")).Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetProperty("charterDue").GetBoolean();
}
