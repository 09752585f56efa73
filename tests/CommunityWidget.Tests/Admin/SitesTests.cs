using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>One person, several sites: what they have signed in to themselves, and nothing else.</summary>
public sealed class SitesTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task Whoever_creates_a_site_goes_on_as_its_admin_and_can_go_back()
    {
        var slug = $"second-{Mine.Slug}";
        await Saved(await Admin.Press("/admin/new-site", "Create", ("name", "Second shop"), ("slug", slug), ("origins", "https://second.example"), ("languages", "fr"), ("languages", "en"), ("first", "fr")));
        var second = (await App.Get<SiteStore>().BySlug(slug))!;
        Assert.Equal(("https://second.example", "fr en"), (second.Origins, second.Languages));
        Assert.Contains(second.Key, await Page("/admin"));
        Assert.DoesNotContain(Mine.Key, await Page("/admin"));

        var there = (await App.Get<MemberStore>().OfSite(second.Id)).Single();
        Assert.Equal((Ada.Email, true), (there.Email, there.Is(Roles.Admin)));
        Assert.NotEqual(Ada.Id, there.Id);
        await Switch(Admin, Ada.Id);
        Assert.Contains(Mine.Key, await Page("/admin"));
        // Elsewhere the same e-mail and password open it.
        using var elsewhere = App.Browser();
        Assert.Equal(302, (int)(await elsewhere.Submit($"/sign-in?site={slug}", ("email", Ada.Email), ("password", TestApp.Password))).StatusCode);
    }

    [Fact]
    public async Task The_same_person_on_another_site_is_not_opened_by_having_the_same_e_mail()
    {
        var twin = await App.AddMember(Theirs, "ada", Roles.Admin, Ada.Email);

        Assert.Equal("/sign-in", (await Switch(Admin, twin.Id)).Headers.Location!.OriginalString);
        Assert.Contains(Mine.Key, await Page("/admin"));
    }

    [Fact]
    public async Task A_browser_holds_the_sites_its_person_signed_in_to_until_one_ends()
    {
        var twin = await App.AddMember(Theirs, "ada", Roles.Admin, Ada.Email);
        await Admin.Submit($"/sign-in?add=true&site={Theirs.Slug}", ("email", twin.Email), ("password", TestApp.Password));
        Assert.Contains(Theirs.Key, await Page("/admin"));
        await Switch(Admin, Ada.Id);
        Assert.Contains(Mine.Key, await Page("/admin"));

        // A new password on one site ends that one only.
        var link = await App.Get<PasswordLinks>().Make(new(Theirs, twin), twin.Id);
        await App.Get<PasswordLinks>().Use(link.Value!.Link.Split('#')[1], "another long password");
        Assert.Equal("/sign-in", (await Switch(Admin, twin.Id)).Headers.Location!.OriginalString);
        Assert.Contains(Mine.Key, await Page("/admin"));
    }

    [Fact]
    public async Task A_foreign_page_cannot_switch()
    {
        var answer = await Admin.Send(HttpMethod.Post, "/switch-site", new FormUrlEncodedContent(new Dictionary<string, string> { ["member"] = $"{Ada.Id}" }), ("Origin", "https://evil.example"));

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_refused_new_site_keeps_what_was_typed()
    {
        var page = await Refused(await Admin.Press("/admin/new-site", "Create", ("name", "日本"), ("slug", ""), ("origins", "shop.example"), ("languages", "fr"), ("first", "fr")));

        Assert.Contains("value=\"日本\"", page);
        Assert.Contains("You probably mean https://shop.example.", page);
        Assert.Contains("small letters a–z", page);
    }

    private async Task<string> Page(string path) => await (await Admin.Get(path)).Content.ReadAsStringAsync();

    private Task<HttpResponseMessage> Switch(Browser browser, Guid member) => browser.Send(
        HttpMethod.Post, "/switch-site", new FormUrlEncodedContent(new Dictionary<string, string> { ["member"] = $"{member}" }), ("Origin", App.Origin));
}
