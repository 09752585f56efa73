using CommunityWidget.Moderation.Review;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>Drafts that wait for whoever answered in them.</summary>
public sealed class SentBackModel(ReviewDesk desk, SendBack sendBack, DraftCards cards) : ReviewPage(desk)
{
    public IReadOnlyList<DraftCard> Drafts { get; private set; } = [];

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPostTakeBack(string id)
    {
        var reply = await sendBack.TakeBack(Me!, id);
        return reply.Refusal is { } refusal ? await Refuse(refusal) : Redirect(Here("undone=true"));
    }

    protected override async Task Load() => Drafts = await cards.Of(await Desk.Queue.Read(Me!.Site.Id, QueuePart.SentBack, Me.Id, (0, Guid.Empty)));
}
