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
}
