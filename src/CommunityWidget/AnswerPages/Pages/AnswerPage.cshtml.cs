using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>One question and its answers. Withdrawn means 410; an older title moves for good to the present one.</summary>
public sealed class AnswerPageModel(SiteStore sites, PublicAddress address, EditionStore editions) : AnswersPage(sites, address)
{
    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public bool IsGone { get; private set; }

    public async Task<IActionResult> OnGet(string slug, string id, string? title)
    {
        if (!await FindSite(slug) || await editions.Find(Site.Id, id) is not { } edition) return NotFound();
        if (edition.MergedInto is { } twin && await editions.Find(twin) is { IsPublic: true } survivor) return MovedForGood(survivor.Path(Site.Slug));
        if (!edition.IsPublic && edition.State != Publications.Withdrawn) return NotFound();
        Language = RequestLanguage.Asked(Request) ?? edition.Language;
        Path = edition.Path(Site.Slug);
        if (edition.State == Publications.Withdrawn) return Gone();
        if (title != edition.Slug) return MovedForGood(Path);
        Edition = edition;
        Title = edition.Title;
        Answers = await editions.Answers(edition.Id);
        return Page();
    }

    private PageResult Gone()
    {
        IsGone = true;
        Title = T.Gone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
