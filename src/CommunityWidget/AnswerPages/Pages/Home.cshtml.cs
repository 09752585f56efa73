using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>A site's published questions, newest first.</summary>
[Kept(RequestLanguage.Parameter)]
public sealed class HomeModel(SiteStore sites, EditionStore editions) : AnswersPage(sites)
{
    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug)
    {
        if (!await FindSite(slug)) return NotFound();
        Language = RequestLanguage.Asked(Request) ?? Site.LanguageFor(null);
        Title = T.Questions;
        Path = $"/answers/{Site.Slug}";
        Editions = await editions.Published(Site.Id);
        return Page();
    }
}
