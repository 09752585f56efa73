using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>What was decided, newest first; a page that is public can be taken down, or back to review. One about which nobody here decided, as an imported one, is found by its address.</summary>
public sealed class DecidedModel(ReviewDesk desk, ReviewThread review, EditionStore editions) : ReviewPage(desk)
{
    private const int PageSize = 50;
    private string? _said;

    public IReadOnlyList<DecidedPage> Decisions { get; private set; } = [];

    public string? Next { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>The address of a page, as it was typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public override string? Said => _said ?? base.Said;

    public string Address(DecidedPage page) => new Edition { PublicId = page.PublicId!, Slug = page.Slug! }.Path(Me!.Site.Slug);

    public async Task<IActionResult> OnGet(bool down, bool returned)
    {
        if (Request.Query.ContainsKey("find")) return await Found(TypedAddress.IdIn(Find, Me!.Site));
        if (down) _said = R.Became(DecisionKinds.Withdrawn);
        else if (returned) _said = R.Became(DecisionKinds.Returned);
        return await Show();
    }

    public async Task<IActionResult> OnPostTakeDown(string id, string? reason)
    {
        var reply = await review.Withdraw(Me!, id, reason);
        if (reply.Value is not { } page) return await Refuse(reply.Refusal!);
        return Redirect(Here($"down=true&changed={(await Desk.Decisions.Latest(page.Id))?.Together}"));
    }

    public async Task<IActionResult> OnPostReturn(string id)
    {
        var reply = await review.Return(Me!, id);
        if (reply.Value is not { } page) return await Refuse(reply.Refusal!);
        return Redirect(Here($"returned=true&changed={(await Desk.Decisions.Latest(page.Id))?.Together}"));
    }

    private async Task<IActionResult> Found(string? id)
    {
        if (string.IsNullOrWhiteSpace(Find)) return await Refuse(Refusals.NotUnderstood, R.NoAddress);
        if (id is null || await editions.Find(Me!.Site.Id, id) is not { } page) return await Refuse(Refusals.NotFound, R.NoSuchPage);
        // A double's is the page that says what it said.
        if (await Became.Public(editions, Me.Site.Id, id) is { } there) return Redirect(Link($"/moderation/{there.PublicId}/care"));
        return await Refuse(Refusals.NotPossibleNow, page switch
        {
            { State: Publications.Review, SentTo: not null } => R.PageSentBack,
            { State: Publications.Review } => R.PageInReview,
            { State: Publications.Published } => R.PageHidden,
            _ => R.PageGone,
        });
    }

    private async Task<IActionResult> Refuse(Refusal refusal, string why)
    {
        var page = await Refuse(refusal);
        Problem = why;
        return page;
    }

    protected override async Task Load()
    {
        var (at, id) = Before?.Split('.') is [var when, var which] && long.TryParse(when, out var known) && Guid.TryParse(which, out var last) ? (known, last) : (long.MaxValue, Guid.Empty);
        var read = await Desk.Decisions.Before(Me!.Site.Id, at, id, PageSize + 1);
        Decisions = [.. read.Take(PageSize)];
        if (read.Count > PageSize) Next = $"{Decisions[^1].At}.{Decisions[^1].Id}";
    }
}
