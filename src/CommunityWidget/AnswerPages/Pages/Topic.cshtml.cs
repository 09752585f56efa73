using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The published questions of one topic.</summary>
[Kept(RequestLanguage.Parameter, "after")]
public sealed class TopicModel(SiteStore sites, PublicAddress address, ListDesk desk) : ListPage(sites, address, desk)
{
    public override IReadOnlyList<(string Name, string Path)> Trail => [(T.AllQuestions, ListAddress.Home(Site))];

    public async Task<IActionResult> OnGet(string slug, string topic)
    {
        if (!await Opens(slug) || !await Read(ListAddress.Topic(Site, topic), new(Topic: topic))) return NotFound();
        if (Site.TopicName(topic, Language) is not { } name) return NotFound();
        Title = L.About(name);
        if (Pages.Count == 0) KeepFromSearchEngines();
        return Page();
    }
}
