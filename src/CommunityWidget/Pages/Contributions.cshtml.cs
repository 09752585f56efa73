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

    public IReadOnlyList<(Edition Draft, Answer Mine, string By)> SentBack { get; private set; } = [];

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

    private string? TypedFor { get; set; }

    // The answer it was typed about, as the form named it; null where it was a published one.
    private string? TypedOf { get; set; }

    /// <summary>What was typed and stands in no form of the page: its answer is gone, or no longer theirs to word.</summary>
    public string? Left => string.IsNullOrWhiteSpace(Typed) || SentBack.Any(one => IsTyped(one.Draft, one.Mine)) || Stale.Any(IsTyped) ? null : Typed;

    public bool IsTyped(Edition draft, Answer mine) => TypedFor == draft.PublicId && TypedOf == mine.Id;

    public bool IsTyped(StaleAnswer answer) => TypedFor == answer.PublicId && TypedOf is null;

    public string Ago(long at) => R.Ago(care.Clock.NowMs() - at);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(string id, string? which, string? answer, long seen)
    {
        (TypedFor, TypedOf, Typed) = (id, which ?? "", answer);
        var reply = await edit.Mend(Me!, id, which, answer, seen);
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

    protected override string Words(Refusal refusal) => refusal.Code == Refusals.NotFound.Code ? R.WaitsForYouNoMore : base.Words(refusal);

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
            select (draft, mine, names.GetValueOrDefault(draft.SentBy ?? Guid.Empty, R.SomebodyGone))];
        Reports = await reports.By(Me.Id.ToString(), MostReports);
        Spared = await care.Deflections.Of(Me.Id, care.Clock.NowMs() - AuthorsCare.LatelyMs);
    }
}

/// <summary>How authors look after what is published of theirs.</summary>
public sealed record AuthorsCare(StaleAnswers Stale, CareForPage Care, ProposeAnswer Propose, Deflections Deflections, TimeProvider Clock)
{
    public const long LatelyMs = 30L * 24 * 3_600 * 1_000;
}
