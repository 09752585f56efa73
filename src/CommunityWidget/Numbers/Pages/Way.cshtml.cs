using CommunityWidget.Admin;
using CommunityWidget.Admin.Pages;
using CommunityWidget.Numbers.Explaining;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tables;
using CommunityWidget.Numbers.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Numbers.Pages;

/// <summary>One question's way: who was considered, asked, skipped and why.</summary>
public sealed class WayModel(AdminDesk desk, TellStory tell) : AdminPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    public NumbersTexts N => NumbersTexts.In(T.Language);

    public SiteTime Time => SiteTime.Of(Site);

    /// <summary>Null when the site has no such question.</summary>
    public Story? Story { get; private set; }

    public IEnumerable<StoryLine> Lines => new StoryWords(Story!, N, A).Lines;

    public string TopicName => ReportTables.TopicName(Site, N, Story!.Thread.Topic ?? ReportFilter.NoTopic);

    protected override async Task Load()
    {
        Story = await tell.Of(Site.Id, Id);
        if (Story is not null) return;
        Problem = N.NotFound((Id ?? "").Length > 40 ? Id![..40] : Id ?? "");
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
