using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Care;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>A member's answers on their way to a page: what was sent back to them to mend, and what became of their reports. Masked, as moderators see it.</summary>
public sealed class ContributionsModel(Access access, ReviewQueue queue, EditionStore editions, EditEdition edit, ReportStore reports, MemberStore members, AuthorsCare care) : MemberPage(access)
{
    private const int MostReports = 50;

    protected override Permission Needs => Permission.OwnConsole;

    public ReviewTexts R => ReviewTexts.In(T.Language);

    public IReadOnlyList<(Edition Draft, string Answer, string By)> SentBack { get; private set; } = [];

    /// <summary>Published answers of theirs that may be true no longer.</summary>
    public IReadOnlyList<StaleAnswer> Stale { get; private set; } = [];

    public IReadOnlyList<Report> Reports { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Questions that nobody had to ask, because an answer of theirs was there: in all, and in the last thirty days.</summary>
    public (long All, long Lately) Spared { get; private set; }

    /// <summary>What was just said of an old answer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Checked { get; set; }

    public string? Typed { get; private set; }

    public string? TypedFor { get; private set; }

    /// <summary>What was typed stands in no form any more: what it was for is gone.</summary>
    public bool IsLeftOver => Typed is not null && SentBack.All(one => one.Draft.PublicId != TypedFor) && Stale.All(answer => answer.PublicId != TypedFor);

    public string Ago(long at) => R.Ago(care.Clock.NowMs() - at);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string id, string? answer, long seen)
    {
        (TypedFor, Typed) = (id, answer);
        var reply = await edit.Mend(Me!, id, answer, seen);
        if (reply.Refusal is null) return Redirect(Link("/contributions?sent=true"));
        await Load();
        return Explain(reply.Refusal);
    }

    public async Task<IActionResult> OnPostTrue(string id, bool isTrue) => await Told(await care.Care.Check(Me!, id, isTrue), "true");

    public async Task<IActionResult> OnPostReword(string id, string? answer)
    {
        (TypedFor, Typed) = (id, answer);
        return await Told(await care.Propose.Reword(Me!, id, answer), "reworded");
    }

    private async Task<IActionResult> Told<TValue>(Reply<TValue> reply, string what) where TValue : class
    {
        if (reply.Refusal is not { } refusal) return Redirect(Link($"/contributions?checked={what}"));
        await Load();
        return Explain(refusal);
    }

    private async Task Load()
    {
        Stale = await care.Stale.Of(Me!.Id);
        var drafts = await queue.SentTo(Me.Id);
        var answers = await editions.Answers([.. drafts.Select(d => d.Id)]);
        var by = drafts.Select(d => d.SentBy).OfType<Guid>().Distinct().ToList();
        var names = (by.Count == 0 ? [] : await members.Find(by)).ToDictionary(m => m.Id, m => m.Name);
        SentBack = [.. from draft in drafts
            let mine = EditEdition.Mends(answers[draft.Id], Me.Id)
            where mine is not null
            select (draft, mine.Body, names.GetValueOrDefault(draft.SentBy ?? Guid.Empty, R.SomebodyGone))];
        Reports = await reports.By(Me.Id.ToString(), MostReports);
        Spared = await care.Deflections.Of(Me.Id, care.Clock.NowMs() - AuthorsCare.LatelyMs);
    }
}

/// <summary>How authors look after what is published of theirs.</summary>
public sealed record AuthorsCare(StaleAnswers Stale, CareForPage Care, ProposeAnswer Propose, Deflections Deflections, TimeProvider Clock)
{
    public const long LatelyMs = 30L * 24 * 3_600 * 1_000;
}
