using CommunityWidget.Admin;
using CommunityWidget.Admin.Pages;
using CommunityWidget.Numbers.Explaining;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tables;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Numbers.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Numbers.Pages;

/// <summary>The way to each question's own page: by its number, or from the list.</summary>
public sealed class ExplainModel(AdminDesk desk, ListQuestions list, TallyQuestions tally, TellStory tell) : AdminPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public string? End { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    /// <summary>The number somebody looks for.</summary>
    public string? Number { get; private set; }

    public NumbersTexts N => NumbersTexts.In(T.Language);

    public SiteTime Time => SiteTime.Of(Site);

    public QuestionsPage Questions { get; private set; } = new([], null);

    public string? KnownEnd => Ends.All.FirstOrDefault(end => end == End);

    public string TopicName(string? topic) => ReportTables.TopicName(Site, N, topic ?? ReportFilter.NoTopic);

    public string With(string? end, string? older) => Link("/admin/explain" + QueryString.Create(
        new Dictionary<string, string?> { ["end"] = end, ["older"] = older }.Where(one => one.Value is not null)));

    public async Task<IActionResult> OnGetFind(string? number)
    {
        Number = (number ?? "").Trim();
        if (await tell.Find(Site.Id, Number) is { } found) return Redirect(Link($"/admin/explain/{found.PublicId}"));
        Warn([new("number", "")], N.NotFound(Number.Length > 40 ? Number[..40] : Number));
        return await Show();
    }

    protected override async Task Load()
    {
        await tally.Run();
        Questions = await list.Page(Site.Id, KnownEnd, Older);
    }
}
