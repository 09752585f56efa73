using CommunityWidget.Pages.Texts;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Where the link of a mail leads when the page the question was asked on is not the shop's any more: the widget, and nothing else.</summary>
public sealed class ConversationModel(SiteStore sites) : OurPage
{
    public MailPageTexts M => MailPageTexts.In(T.Language);

    public Site? Site { get; private set; }

    public async Task<IActionResult> OnGet(string? site)
    {
        Site = await sites.ByKey(site);
        return Site is null ? NotFound() : Page();
    }
}
