using CommunityWidget.Admin.Forms;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Sites.Calendar;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>What questions are about, whom they are offered to in which order, and when the team is there.</summary>
public sealed class QuestionsModel(AdminDesk desk, ChangeSite change, ThreadStore threads, RehearseLadder rehearse) : SettingsPage(desk, change)
{
    private IReadOnlyDictionary<string, long> _counts = new Dictionary<string, long>();
    private TopicsForm? _topics;
    private LadderForm? _ladder;
    private HoursForm? _hours;
    private string? _target;

    public TopicsForm Topics => _topics ??= TopicsForm.Of(Site);

    public LadderForm Ladder => _ladder ??= LadderForm.Of(Site.Ladder);

    public HoursForm Hours => _hours ??= HoursForm.Of(Site.Hours);

    public string Target => _target ?? $"{Site.AnswerMinutes}";

    public string LadderWords => A.LadderInWords(Ladder.Read().Value ?? Site.Ladder);

    /// <summary>What the hours as they stand in the form mean now.</summary>
    public string HoursWords => A.HoursNow(Hours.Read().Value ?? Site.Hours, DateTimeOffset.FromUnixTimeMilliseconds(Now));

    /// <summary>Whose public holidays are offered first.</summary>
    public Country HolidaysOf => Holidays.In(Hours.Country) ?? Holidays.Of(Hours.TimeZone) ?? Holidays.All[0];

    // A preview is asked for at every key and changes nothing.
    protected override Permission Needs => Request.Query["handler"] == "HoursPreview" ? Permission.Oversee : base.Needs;

    /// <summary>What the ladder on the page would do now; null while it cannot be read.</summary>
    public RehearsalWords? Rehearsed { get; private set; }

    [BindProperty]
    public string? RehearseLanguage { get; set; }

    [BindProperty]
    public string? RehearseTopic { get; set; }

    public string TriedLanguage => Site.LanguageFor(RehearseLanguage);

    /// <summary>The first one where nobody has chosen.</summary>
    public string? TriedTopic => RehearseTopic is null ? Site.Topics.List.FirstOrDefault()?.Id : Site.TopicFor(RehearseTopic);

    public IEnumerable<string> Zones => TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/') && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal)).Select(zone => zone.Id).Append("UTC").Order(StringComparer.Ordinal);

    public long CountOf(string? topic) => _counts.GetValueOrDefault(topic ?? "");

    public async Task<IActionResult> OnPostTopics([FromForm(Name = "Topics")] TopicsForm typed, string? press, string? seen)
    {
        _topics = typed;
        return await Save(typed.Read(Site, press, await threads.CountByTopic(Site.Id)), seen, [SiteFields.Topics], (site, topics) => site with { Topics = topics });
    }

    public async Task<IActionResult> OnPostLadder([FromForm(Name = "Ladder")] LadderForm typed, string? press, string? seen)
    {
        _ladder = typed;
        // Moving rungs about only shows them so, as trying does; saving is another button.
        if (press != "rehearse" && (press is null || !typed.Press(press))) return await Save(typed.Read(), seen, [SiteFields.Ladder], (site, ladder) => site with { Ladder = ladder });
        KeepOpen([SiteFields.Ladder], seen);
        return await Show();
    }

    public Task<IActionResult> OnPostTarget(string? target, string? seen)
    {
        _target = target ?? "";
        var faults = new List<Fault>();
        Reading<string> read = Number.Read("target", target, 1, Site.MostAnswerMinutes, faults) is { } minutes ? $"{minutes}" : faults;
        return Save(read, seen, [SiteFields.AnswerMinutes], (site, typed) => SiteFields.With(site, SiteFields.AnswerMinutes, typed));
    }

    /// <summary>The same for the page's script: only what would happen.</summary>
    public async Task<IActionResult> OnPostRehearse([FromForm(Name = "Ladder")] LadderForm typed)
    {
        _ladder = typed;
        await Try();
        return Partial("/Admin/Pages/_Rehearsed.cshtml", this);
    }

    public async Task<IActionResult> OnPostHours([FromForm(Name = "Hours")] HoursForm typed, string? press, string? seen)
    {
        _hours = typed;
        if (press == "holidays") typed.AddHolidays(Today(typed.TimeZone), A.Language);
        if (press is null || !typed.Press(press)) return await Save(typed.Read(), seen, [SiteFields.Hours], (site, hours) => site with { Hours = hours });
        KeepOpen([SiteFields.Hours], seen);
        return await Show();
    }

    /// <summary>What the hours being typed would mean now; nothing while they cannot be read.</summary>
    public IActionResult OnPostHoursPreview([FromForm(Name = "Hours")] HoursForm typed) =>
        Content(typed.Read().Value is { } hours ? A.HoursNow(hours, DateTimeOffset.FromUnixTimeMilliseconds(Now)) : A.HoursUnfinished);

    protected override async Task Load()
    {
        _counts = await threads.CountByTopic(Site.Id);
        await Try();
    }

    private DateOnly Today(string? zone) => DateOnly.FromDateTime(TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out var found)
        ? TimeZoneInfo.ConvertTime(Desk.Clock.GetUtcNow(), found).DateTime
        : Desk.Clock.GetUtcNow().DateTime);

    private async Task Try()
    {
        if (Ladder.Read().Value is { } ladder) Rehearsed = new(await rehearse.Run(Site, ladder, TriedLanguage, TriedTopic), Site, A, Desk.Clock.GetUtcNow());
    }
}
