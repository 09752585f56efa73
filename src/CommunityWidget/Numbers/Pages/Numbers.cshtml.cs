using CommunityWidget.Admin;
using CommunityWidget.Admin.Pages;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tables;
using CommunityWidget.Numbers.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Numbers.Pages;

/// <summary>What the questions of a period add up to; each table is also a file.</summary>
public sealed class NumbersModel(AdminDesk desk, MakeReport make, ReadWords words) : AdminPage(desk)
{
    public const int ShownMembers = 50;

    [BindProperty(SupportsGet = true)]
    public string? Days { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    /// <summary>Where the list of words goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    public NumbersTexts N => NumbersTexts.In(T.Language);

    public PeriodForm Form => new(Days, From, To);

    public ReportFilter Filter => new(Known(Language, Site.LanguageList), Known(Topic, [.. Site.Topics.Known.Select(t => t.Id), ReportFilter.NoTopic]));

    public SiteTime Time => SiteTime.Of(Site);

    public Report Report { get; private set; } = null!;

    public ReportTables Tables => new(Report, Site, N);

    public WordsPage Said { get; private set; } = WordsPage.None;

    /// <summary>Older questions are not all counted yet.</summary>
    public bool StillCounting { get; private set; }

    public bool IsEmpty => Report.All.Asked == 0;

    /// <summary>This page with something else in its address.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var kept = new Dictionary<string, string?> { ["days"] = Days, ["from"] = From, ["to"] = To, ["language"] = Language, ["topic"] = Topic };
        foreach (var (name, value) in changes) kept[name] = value;
        return Link("/admin/numbers" + QueryString.Create(kept.Where(one => !string.IsNullOrEmpty(one.Value))));
    }

    public async Task<IActionResult> OnGetFile(string? table)
    {
        await Load();
        if (Faults.Count > 0) return Page();
        if (table == WordsTable.Id) return new StreamedFile(FileName(table), words.All(Site.Id, Report.Span, Filter).Select(rows => new WordsTable(N, Time).Of(rows)));
        return Tables.All.FirstOrDefault(t => t.Id == table) is { } found ? File(TableFile.Write(found), TableFile.Type, FileName(found.Id)) : NotFound();
    }

    private string FileName(string table) => FormattableString.Invariant($"{Site.Slug}-{table}-{Report.Period.From:yyyy-MM-dd}-{Report.Period.To:yyyy-MM-dd}.csv");

    protected override async Task Load()
    {
        StillCounting = !await make.CatchUp();
        var today = Time.DayOf(Now);
        var read = Form.Read(today, Period.Most(Site));
        if (read.Value is null) Warn(read.Faults, N.PeriodProblem);
        Report = await make.Of(Site, read.Value ?? new PeriodForm(null, null, null).Preset(today), Filter);
        Said = await words.Page(Site.Id, Report.Span, Filter, Older);
    }

    private static string? Known(string? asked, IReadOnlyList<string> known) => known.FirstOrDefault(one => one == asked);
}
