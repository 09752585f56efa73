using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>One question and its answers. Withdrawn means 410; an older title moves for good to the present one.</summary>
[Kept(RequestLanguage.Parameter)]
public sealed class AnswerPageModel(SiteStore sites, EditionStore editions) : AnswersPage(sites)
{
    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public bool IsGone { get; private set; }

    /// <summary>Readers may add an answer on this page.</summary>
    public bool TakesAnswers => true;

    /// <summary>The question says more than its title.</summary>
    public bool ShowsQuestion => Edition.Question.Trim() != Edition.Title;

    public string? TopicName => Site.Topics.Known.FirstOrDefault(topic => topic.Id == Edition.Topic) is { } known ? known.Names.GetValueOrDefault(Language) ?? known.Names.Values.FirstOrDefault() : null;

    public override IReadOnlyList<(string Name, string Path)> Trail => [(T.AllQuestions, AnswerAddress.Home(Site))];

    public async Task<IActionResult> OnGet(string slug, string id, string? title)
    {
        if (!await FindSite(slug) || await editions.Find(Site.Id, id) is not { } edition) return NotFound();
        if (edition.MergedInto is { } twin && await editions.Find(twin) is { IsPublic: true } survivor) return MovedForGood(survivor.Path(Site.Slug));
        if (!edition.IsPublic && edition.State != Publications.Withdrawn) return NotFound();
        Language = RequestLanguage.Asked(Request) ?? edition.Language;
        Path = edition.Path(Site.Slug);
        if (edition.State == Publications.Withdrawn) return Gone(edition);
        if (title != edition.Slug) return MovedForGood(Path);
        HttpContext.IsAbout(Site.Id, edition.Id);
        Response.GetTypedHeaders().LastModified = DateTimeOffset.FromUnixTimeMilliseconds(edition.ModifiedAt);
        Edition = edition;
        Title = edition.Title;
        Answers = await editions.Answers(edition.Id);
        return Page();
    }

    private PageResult Gone(Edition edition)
    {
        HttpContext.IsAbout(Site.Id, edition.Id);
        IsGone = true;
        Title = T.Gone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
