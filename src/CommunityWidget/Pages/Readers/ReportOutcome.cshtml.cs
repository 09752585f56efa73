using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>What became of a reader's report: whoever keeps its address may look again.</summary>
public sealed class ReportOutcomeModel(AnswersDesk desk, ReportStore reports, EditionStore editions) : ReaderFormPage(desk)
{
    public string Outcome { get; private set; } = "";

    /// <summary>The page it is about; null while that is not public.</summary>
    public string? Back { get; private set; }

    public async Task<IActionResult> OnGet(string slug, string id)
    {
        if (!await Opens(slug)) return NotFound();
        (Title, Path) = (T.ReportTitle, $"/answers/{Site.Slug}/report/{id}");
        var report = id.Length == 10 ? await reports.Find(Site.Id, id) : null;
        Outcome = T.ReportOutcomes.GetValueOrDefault(report?.State ?? id) ?? T.ReportOutcomes["refused"];
        if (report is { Seq: 0 } && await editions.PublishedOf(report.Thread) is { } page) Back = page.Path(Site.Slug);
        return Page();
    }
}
