using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>The one place that publishes, under the thread's lock: whoever decided, no page comes to be without its visitor's consent, and no personal data with it.</summary>
public sealed class PublishEdition(EditionStore editions, MaskAgain mask, ThreadWriter writer, Subscriptions subscriptions, TellPublished tell, TimeProvider clock)
{
    /// <param name="tx">The decision's own transaction.</param>
    /// <param name="thread">Locked.</param>
    /// <param name="draft">As it stands there.</param>
    /// <param name="title">What the page is to be called.</param>
    /// <param name="named">Who calls it so; null where that is the draft's title already.</param>
    public async Task<Reply<Edition>> Run(Tx tx, ThreadRecord thread, Edition draft, string title, Guid? named = null)
    {
        var allowed = PublicationLine.Publish(thread);
        if (allowed.Value is not { } after) return allowed.Refusal!;
        var masked = await mask.Run(tx, draft, title, named);
        if (masked.Value is not { } words) return masked.Refusal!;
        var published = words with { State = Publications.Published, PublishedAt = clock.NowMs() };
        if (!await editions.Move(tx, words, published.State, published.Title, clock.NowMs())) return Refusals.NotPossibleNow;
        await writer.Change(tx, thread, after);
        await subscriptions.AddPublished(tx, thread);
        await tell.Run(tx, published.Id);
        return published;
    }
}
