using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A site's published questions, newest first, with what they are about.</summary>
[Kept(RequestLanguage.Parameter, "after")]
public sealed class HomeModel(SiteStore sites, PublicAddress address, ListDesk desk) : ListPage(sites, address, desk)
{
    public IReadOnlyList<(string Name, string Path, long Number)> Topics { get; private set; } = [];

    public IReadOnlyList<(string Name, string Path, long Number)> Products { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Opens(slug) || !await Read(ListAddress.Home(Site), new())) return NotFound();
        Title = T.Questions;
        if (!IsFirst) return Page();
        var subjects = await Desk.Subjects.Of(Site.Id);
        Topics = [.. subjects.Topics.Select(topic => (Site.TopicName(topic.Id, Language) ?? topic.Id, ListAddress.Topic(Site, topic.Id), topic.Number))];
        Products = [.. subjects.Products.Select(product => (product.Name ?? product.Id, ListAddress.Product(Site, product.Id), product.Number))];
        return Page();
    }
}
