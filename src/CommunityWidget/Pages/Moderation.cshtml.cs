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

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPostPublish(string id, string? title) => await Show(await review.Publish(Me!, id, title));

    public async Task<IActionResult> OnPostReject(string id) => await Show(await review.Reject(Me!, id));

    private async Task<IActionResult> Show(Reply<Edition> reply)
    {
        Decided = reply.Value;
        await Load();
        return reply.Refusal is { } refusal ? Explain(refusal) : Page();
    }

    private async Task Load()
    {
        var drafts = new List<(Edition, IReadOnlyList<Answer>)>();
        foreach (var draft in await editions.InReview(Me!.Site.Id)) drafts.Add((draft, await editions.Answers(draft.Id)));
        Drafts = drafts;
    }
}
