using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>A member's answers on their way to a page: what was sent back to them to mend, and what became of their reports. Masked, as moderators see it.</summary>
public sealed class ContributionsModel(Access access, ContributionsDesk desk, EditionStore editions, EditEdition edit, MemberStore members) : MemberPage(access)
{
    private const int MostReports = 50;

    protected override Permission Needs => Permission.OwnConsole;

    public ReviewTexts R => ReviewTexts.In(T.Language);

    public IReadOnlyList<(Edition Draft, string Answer, string By)> SentBack { get; private set; } = [];

    public IReadOnlyList<Report> Reports { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Questions that nobody had to ask, because an answer of theirs was there: in all, and in the last thirty days.</summary>
    public (long All, long Lately) Spared { get; private set; }

    public string? Typed { get; private set; }

    public string? TypedFor { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string id, string? answer, long seen)
    {
        (TypedFor, Typed) = (id, answer);
        var reply = await edit.Mend(Me!, id, answer, seen);
        if (reply.Refusal is null) return Redirect(Link("/contributions?sent=true"));
        await Load();
        return Explain(reply.Refusal);
    }

    private async Task Load()
    {
        var drafts = await desk.Queue.SentTo(Me!.Id);
        var answers = await editions.Answers([.. drafts.Select(d => d.Id)]);
        var by = drafts.Select(d => d.SentBy).OfType<Guid>().Distinct().ToList();
        var names = (by.Count == 0 ? [] : await members.Find(by)).ToDictionary(m => m.Id, m => m.Name);
        SentBack = [.. drafts.Select(d => (d, answers[d.Id].FirstOrDefault(a => a.Member == Me.Id)?.Body ?? "", names.GetValueOrDefault(d.SentBy ?? Guid.Empty, R.SomebodyGone)))];
        Reports = await desk.Reports.By(Me.Id.ToString(), MostReports);
        Spared = await desk.Deflections.Of(Me.Id, desk.Clock.NowMs() - ContributionsDesk.LatelyMs);
    }
}

/// <summary>What the page reads beside editions.</summary>
public sealed record ContributionsDesk(ReviewQueue Queue, ReportStore Reports, Deflections Deflections, TimeProvider Clock)
{
    public const long LatelyMs = 30L * 24 * 3_600 * 1_000;
}
