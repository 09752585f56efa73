using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>What became of a reader's report: whoever keeps its address may look again.</summary>
public sealed class ReportOutcomeModel(AnswersDesk desk, ReportStore reports) : AnswersPage(desk)
{
    public string Outcome { get; private set; } = "";

    public async Task<IActionResult> OnGet(string slug, string id)
    {
        if (!await FindSite(slug)) return NotFound();
        Response.Headers["X-Robots-Tag"] = "noindex";
        IsIndexed = false;
        Language = RequestLanguage.Asked(Request) ?? Site.LanguageFor(RequestLanguage.Of(Request));
        Path = $"/answers/{Site.Slug}/report/{id}";
        Title = T.ReportTitle;
        var report = id.Length == 10 ? await reports.Find(Site.Id, id) : null;
        Outcome = T.ReportOutcomes.GetValueOrDefault(report?.State ?? id) ?? T.ReportOutcomes["refused"];
        return Page();
    }
}
