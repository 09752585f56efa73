using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Readers;

/// <summary>What became of a reader's report: whoever keeps its address may look again.</summary>
public sealed class ReportOutcomeModel(AnswersDesk desk, ReadersDesk readers, ReportStore reports, EditionStore editions) : OutcomePage(desk, readers)
{
    protected override string Kind => ReaderWords.Report;

    protected override async Task<bool> Finds(string slug, string id)
    {
        if (!await Opens(slug)) return false;
        (Title, Path) = (T.ReportTitle, $"/answers/{Site.Slug}/report/{id}");
        var report = id.Length == 10 ? await reports.Find(Site.Id, id) : null;
        if (T.ReportOutcomes.GetValueOrDefault(report?.State ?? (id is "thanks" or "refused" ? id : "")) is not { } outcome) return false;
        Outcome = outcome;
        HasKey = report?.KeyHash is not null;
        if (report is { Seq: 0 } && await editions.PublishedOf(report.Thread) is { } page) Back = page.Path(Site.Slug);
        return true;
    }
}
