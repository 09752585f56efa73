using System.Net.Http.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using static System.Net.WebUtility;

namespace CommunityWidget.Tests.Admin;

public sealed class SiteSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task Name_and_colour_are_seen_by_the_next_visitor()
    {
        await Saved(await Admin.Press("/admin/site", "Name", ("name", "Maison Lumière"), ("slug", "")));
        await Saved(await Admin.Press("/admin/site", "Accent", ("accent", "#FF8800")));

        var look = await (await App.Browser().Get($"/api/sites/{Mine.Key}/widget")).Content.ReadFromJsonAsync<WidgetConfiguration>();
        Assert.Equal(("Maison Lumière", "#ff8800"), (look!.Name, look.Accent));
        Assert.Equal("maison-lumiere", (await Site()).Slug);
    }

    [Fact]
    public async Task Public_pages_that_were_kept_show_a_new_name_at_once()
    {
        var path = $"/answers/{(await Site()).Slug}";
        await App.Browser().Get(path);

        await Saved(await Admin.Press("/admin/site", "Name", ("name", "Maison Soleil"), ("slug", (await Site()).Slug)));

        Assert.Contains("Maison Soleil", await (await App.Browser().Get(path)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Origins_are_kept_as_browsers_name_them()
    {
        await Saved(await Admin.Press("/admin/site", "Origins", ("origins", "https://Shop.Example/\nhttps://café.example:8443, http://localhost:8081")));

        Assert.Equal("https://shop.example https://xn--caf-dma.example:8443 http://localhost:8081", (await Site()).Origins);
        var allowed = await App.Browser().Get($"/api/sites/{Mine.Key}/widget", ("Origin", "https://xn--caf-dma.example:8443"));
        Assert.Equal("https://xn--caf-dma.example:8443", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_refused_form_says_what_is_meant_and_keeps_every_letter()
    {
        const string typed = "https://shop.example/basket\nhttp://shop.example\n*.shop.example\nhttps://fine.example";

        var page = await Refused(await Admin.Press("/admin/site", "Origins", ("origins", typed)));

        Assert.Contains("Write https://shop.example.", page);
        Assert.Contains("is not encrypted", page);
        Assert.Contains("no asterisk", page);
        Assert.Contains(typed, page);
        Assert.Contains("aria-describedby=\"origins-hint fault-origins\"", page);
        Assert.Contains("aria-invalid=\"true\"", page);
        Assert.Equal(Mine.Origins, (await Site()).Origins);
    }

    [Fact]
    public async Task Two_sites_never_share_a_short_name()
    {
        var page = await Refused(await Admin.Press("/admin/site", "Name", ("name", "Ours"), ("slug", Theirs.Slug)), 409);

        Assert.Contains("Another site has or had this short name", page);
        Assert.Contains("value=\"Ours\"", page);
    }

    [Fact]
    public async Task A_short_name_a_site_had_is_nobody_s_but_its_own()
    {
        await Saved(await Admin.Press("/admin/site", "Name", ("name", "Ours"), ("slug", $"{Mine.Slug}-2")));
        var neighbour = await App.SignedIn(Theirs, await App.AddMember(Theirs, "eve", Roles.Admin));

        await Refused(await neighbour.Press("/admin/site", "Name", ("name", "Theirs"), ("slug", Mine.Slug)), 409);
        await Refused(await neighbour.Press("/admin/new-site", "Create", ("name", "New"), ("slug", Mine.Slug), ("origins", "https://new.example"), ("languages", "en"), ("first", "en")), 409);
        await Saved(await Admin.Press("/admin/site", "Name", ("name", "Ours"), ("slug", Mine.Slug)));
        Assert.Equal(Mine.Slug, (await Site()).Slug);
        await Refused(await neighbour.Press("/admin/site", "Name", ("name", "Theirs"), ("slug", $"{Mine.Slug}-2")), 409);
    }

    [Fact]
    public async Task A_short_name_taken_back_within_ten_seconds_is_the_site_s_again_and_the_other_leads_to_it()
    {
        var page = await Saved(await Admin.Press("/admin/site", "Name", ("name", "Ours"), ("slug", $"{Mine.Slug}-2")));
        Assert.Contains("You can take it back", page);
        Assert.Equal($"/answers/{Mine.Slug}-2", (await App.Browser().Get($"/answers/{Mine.Slug}")).Headers.Location?.AbsolutePath);
        var changed = await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and outcome = 'changed'", Mine);

        await Saved(await Admin.Press($"/admin/site?changed={changed}", "Undo"));

        Assert.Equal(200, (int)(await App.Browser().Get($"/answers/{Mine.Slug}")).StatusCode);
        Assert.Equal($"/answers/{Mine.Slug}", (await App.Browser().Get($"/answers/{Mine.Slug}-2")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_knows_a_site_by_a_former_short_name_signs_in_and_reads_its_charter()
    {
        await Saved(await Admin.Press("/admin/site", "Name", ("name", "Ours"), ("slug", $"{Mine.Slug}-2")));

        using var elsewhere = App.Browser();
        Assert.Equal(302, (int)(await elsewhere.Submit($"/sign-in?site={Mine.Slug}", ("email", Ada.Email), ("password", TestApp.Password))).StatusCode);
        var charter = await elsewhere.Get($"/charter/{Mine.Slug}?lang=fr");
        Assert.Equal((301, $"/charter/{Mine.Slug}-2?lang=fr"), ((int)charter.StatusCode, charter.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Whoever_saves_what_another_changed_meanwhile_is_told_and_may_save_again()
    {
        var other = await App.SignedIn(Mine, await App.AddMember(Mine, "bob", Roles.Admin));
        var (action, fields) = await Admin.Form("/admin/site", "Query");
        await other.Press("/admin/site", "Query", ("query", "ref"));
        var typed = fields.Where(f => f.Name != "query").Append(("query", "variant")).Select(f => KeyValuePair.Create(f.Item1, f.Item2)).ToList();

        var page = await Refused(await Admin.Send(HttpMethod.Post, action, new FormUrlEncodedContent(typed)), 409);
        Assert.Contains("Somebody changed this meanwhile", page);
        Assert.Contains("value=\"variant\"", page);
        Assert.Equal("ref", (await Site()).QueryAllow);

        await Saved(await Admin.Press("/admin/site", "Query", ("query", "variant")));
        Assert.Equal("variant", (await Site()).QueryAllow);
    }

    [Theory]
    [InlineData("Query", "query", "session_token", "may hold something secret")]
    [InlineData("Query", "query", "a<b", "is no name of a query parameter")]
    [InlineData("Retention", "Retention.private", "1", "whole number from 7 to 3650")]
    [InlineData("Retention", "Retention.audit", "12 days", "whole number from 7 to 3650")]
    [InlineData("Accent", "accent", "red;}", "# and six digits")]
    [InlineData("Languages", "languages", "xx", "Choose at least one language")]
    [InlineData("Languages", "first", "de", "Deutsch is the first choice but not among")]
    [InlineData("Name", "name", "\u202eshop", "1 to 60 visible characters")]
    [InlineData("Name", "slug", "a/b", "small letters")]
    public async Task What_cannot_be_kept_is_refused_with_a_sentence(string handler, string field, string typed, string sentence)
    {
        var page = await Refused(await Admin.Press("/admin/site", handler, (field, typed)));

        Assert.Contains(sentence, page);
        Assert.Equal(CommunityWidget.Sites.SiteFields.Of(Mine), CommunityWidget.Sites.SiteFields.Of(await Site()));
    }

    [Fact]
    public async Task Every_change_is_written_down_with_what_it_was_and_can_be_taken_back_for_ten_seconds()
    {
        var page = await Saved(await Admin.Press("/admin/site", "Origins", ("origins", "")));
        Assert.Contains("You can take it back", page);

        var changed = await App.Get<Db>().Find<CommunityWidget.People.Change>("select * from audit where site = @Id and outcome = 'changed'", Mine);
        Assert.Equal(("site.origins", Ada.Id), (changed!.Action, changed.Actor));
        Assert.Contains(Mine.Origins, changed.Was);
        await Saved(await Admin.Press($"/admin/site?changed={changed.Id}", "Undo"));
        Assert.Equal(Mine.Origins, (await Site()).Origins);
        Assert.Contains("taken back", await (await Admin.Get("/admin/changes")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_takes_a_change_back_too_late_from_another_site_or_over_a_newer_one()
    {
        await Saved(await Admin.Press("/admin/site", "Origins", ("origins", "https://one.example")));
        var id = (await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and outcome = 'changed'", Mine)).ToString();
        var neighbour = await App.SignedIn(Theirs, await App.AddMember(Theirs, "eve", Roles.Admin));

        var foreign = await Undo(neighbour, id);
        Assert.Equal(404, (int)foreign.StatusCode);
        await Saved(await Admin.Press("/admin/site", "Origins", ("origins", "https://two.example")));
        Assert.Equal(409, (int)(await Undo(Admin, id)).StatusCode);
        await Saved(await Admin.Press("/admin/site", "Origins", ("origins", "https://one.example")));
        App.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(409, (int)(await Undo(Admin, id)).StatusCode);
        Assert.Equal("https://one.example", (await Site()).Origins);
    }

    [Theory]
    [InlineData("/admin"), InlineData("/admin/site"), InlineData("/admin/questions"), InlineData("/admin/people"), InlineData("/admin/people/list")]
    [InlineData("/admin/changes"), InlineData("/admin/new-site"), InlineData("/admin/now?part=seen"), InlineData("/admin/now?part=people")]
    public async Task The_pages_are_for_admins_only_and_speak_both_languages(string path)
    {
        var zoe = await App.SignedIn(Mine, await App.AddMember(Mine, "zoe", $"{Roles.SuperUser} {Roles.Agent} {Roles.Moderator}"));
        Assert.Equal("/not-yours", (await zoe.Get(path)).Headers.Location?.OriginalString);
        Assert.StartsWith("/sign-in", (await App.Browser().Get(path)).Headers.Location?.OriginalString);
        foreach (var language in new[] { "en", "fr" })
        {
            var answer = await Admin.Get($"{path}{(path.Contains('?') ? '&' : '?')}lang={language}");
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.DoesNotContain(Theirs.Slug, HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task A_foreign_page_cannot_send_a_form()
    {
        var (action, fields) = await Admin.Form("/admin/site", "Origins");
        var forged = fields.Where(f => f.Name != "__RequestVerificationToken").Select(f => KeyValuePair.Create(f.Name, f.Name == "origins" ? "https://evil.example" : f.Value));

        Assert.Equal(400, (int)(await Admin.Send(HttpMethod.Post, action, new FormUrlEncodedContent(forged))).StatusCode);
        Assert.Equal(Mine.Origins, (await Site()).Origins);
    }

    // The page no longer shows the button: somebody sends the form by hand.
    private static async Task<HttpResponseMessage> Undo(Browser browser, string id)
    {
        var (_, fields) = await browser.Form("/admin/site", "Origins");
        var token = fields.First(f => f.Name == "__RequestVerificationToken").Value;
        return await browser.Send(HttpMethod.Post, "/admin/site?handler=Undo", new FormUrlEncodedContent(new Dictionary<string, string> { ["change"] = id, ["__RequestVerificationToken"] = token }));
    }
}
