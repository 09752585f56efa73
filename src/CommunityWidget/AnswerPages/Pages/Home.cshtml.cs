using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A site's published questions, newest first, with what they are about.</summary>
public sealed class HomeModel(ListDesk desk) : ListPage(desk)
{
    public IReadOnlyList<(string Name, string Path, long Number)> Topics { get; private set; } = [];

    public IReadOnlyList<(string Name, string Path, long Number)> Products { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await Begins(slug, () => new ListOf(ListAddress.Home(Site), new()))) return NotFound();
        Call(T.Questions);
        if (!IsFirst) return this.Drawn(HomeList.Create(this));
        var subjects = await Desk.Subjects.Of(Site.Id);
        Topics = [.. subjects.Topics.Select(topic => (Site.TopicName(topic.Id, Language) ?? topic.Id, ListAddress.Topic(Site, topic.Id), topic.Number))];
        Products = [.. subjects.Products.Select(product => (product.Name ?? product.Id, ListAddress.Product(Site, product.Id), product.Number))];
        return this.Drawn(HomeList.Create(this));
    }
}
