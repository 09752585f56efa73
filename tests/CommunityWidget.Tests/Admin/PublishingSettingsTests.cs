using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

public sealed class PublishingSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task What_is_read_before_it_is_public_is_chosen_and_taken_back_like_every_setting()
    {
        var saved = await Admin.Press("/admin/publishing", "Policy", ("policy", ReviewPolicies.Doubtful));
        await Saved(saved);
        Assert.Equal(ReviewPolicies.Doubtful, (await Site()).ReviewPolicy);

        await Saved(await Admin.Press(saved.Headers.Location!.OriginalString, "Undo"));
        Assert.Equal(ReviewPolicies.All, (await Site()).ReviewPolicy);
        Assert.Contains("Choose one of these", await Refused(await Admin.Press("/admin/publishing", "Policy", ("policy", "none"))));
    }

    [Fact]
    public async Task How_many_reports_hide_a_page_is_a_number_and_none_is_one()
    {
        await Saved(await Admin.Press("/admin/publishing", "Hide", ("hide", "0")));
        Assert.Equal(0, (await Site()).ReportHideAfter);
        Assert.Contains("from 0 to 100", await Refused(await Admin.Press("/admin/publishing", "Hide", ("hide", "101"))));
    }

    [Theory]
    [InlineData("shop.example/a?b=c", "has something in it that a folder’s address has not")]
    [InlineData("https://user@shop.example/a", "is no address of a folder")]
    [InlineData("http://shop.example/questions", "is not encrypted")]
    [InlineData("OURS/answers", "is our own address")]
    [InlineData("http://127.0.0.1:9/questions", "lies in a private network")]
    public async Task A_folder_that_cannot_be_one_is_refused_and_what_was_typed_stays(string typed, string sentence)
    {
        typed = typed.Replace("OURS", App.Get<PublicAddress>().Origin, StringComparison.Ordinal);

        var words = await Refused(await Admin.Press("/admin/publishing", "Base", ("base", typed)));

        Assert.Contains(sentence, words);
        Assert.Contains($"value=\"{typed}\"", words);
        Assert.Equal("", (await Site()).AnswersBase);
    }

    [Fact]
    public async Task A_folder_is_kept_once_a_request_to_it_came_back_to_us_and_then_the_pages_move_there()
    {
        using var app = TestApp.Start(settings: new() { ["Webhooks:AllowPrivate"] = "true" });
        var site = await app.AddSite("lamps");
        var admin = await app.SignedIn(site, await app.AddMember(site, "ada", CommunityWidget.Contracts.Roles.Admin));
        // What a shop's proxy would be: this program itself, by another name than the one it knows.
        var folder = $"{app.Origin}/shown/lamps";

        Assert.Contains("does not lead to these pages", await Refused(await admin.Press("/admin/publishing", "Base", ("base", $"{app.Origin}/nowhere"))));
        Assert.Equal(302, (int)(await admin.Press("/admin/publishing", "Base", ("base", folder + "/"))).StatusCode);

        Assert.Equal(folder, (await app.Get<SiteStore>().Get(site.Id)).AnswersBase);
        var moved = await app.Browser().Get("/answers/lamps");
        Assert.Equal((301, folder), ((int)moved.StatusCode, moved.Headers.Location!.AbsoluteUri));
        Assert.Contains($"<link rel=\"canonical\" href=\"{folder}\">", await (await app.Browser().Get("/shown/lamps")).Content.ReadAsStringAsync());
    }
}
