using CommunityWidget.AnswerPages.Drawn;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The published questions of one topic.</summary>
public sealed class TopicModel(ListDesk desk) : ListPage(desk)
{
    public async Task<IActionResult> OnGet(string slug, string topic)
    {
        if (!await Begins(slug, () => Site.TopicName(topic, Language) is null ? null : new ListOf(ListAddress.Topic(Site, topic), new(Topic: topic)))) return NotFound();
        Call(L.About(Site.TopicName(topic, Language)!));
        return this.Drawn(SubjectList.Create(this));
    }
}
