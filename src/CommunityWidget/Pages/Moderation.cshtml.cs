using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Drafts waiting for a moderator's decision, oldest first.</summary>
public sealed class ModerationModel(Access access, EditionStore editions, ReviewThread review) : MemberPage(access)
{
    protected override Permission Needs => Permission.Moderate;

    public IReadOnlyList<(Edition Draft, IReadOnlyList<Answer> Answers)> Drafts { get; private set; } = [];

    /// <summary>The one just decided.</summary>
    public Edition? Decided { get; private set; }

    public async Task OnGet(string? decided)
    {
        if (decided is not null) Decided = await editions.Find(Me!.Site.Id, decided);
        await Load();
    }

    public async Task<IActionResult> OnPostPublish(string id, string? title) => await Show(await review.Publish(Me!, id, title ?? ""));

    public async Task<IActionResult> OnPostReject(string id) => await Show(await review.Reject(Me!, id));

    // Loaded anew, the page tells what was decided and decides nothing again.
    private async Task<IActionResult> Show(Reply<Edition> reply)
    {
        if (reply.Value is { } edition) return Redirect(Link($"/moderation?decided={edition.PublicId}"));
        await Load();
        var explained = Explain(reply.Refusal!);
        if (reply.Refusal == Refusals.NotUnderstood) Problem = T.TitleNeeded;
        return explained;
    }

    private async Task Load()
    {
        var drafts = new List<(Edition, IReadOnlyList<Answer>)>();
        foreach (var draft in await editions.InReview(Me!.Site.Id)) drafts.Add((draft, await editions.Answers(draft.Id)));
        Drafts = drafts;
    }
}
