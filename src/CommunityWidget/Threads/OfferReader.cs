using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>An offer as its member may see it.</summary>
public sealed class OfferReader(ThreadStore threads, VisitorStore visitors, TimeProvider clock)
{
    /// <summary>Null when the question is gone.</summary>
    public async Task<OfferView?> View(Offer offer)
    {
        if (await threads.Find(offer.Thread) is not { } thread) return null;
        var question = await threads.Question(thread.Id);
        var visitor = await visitors.Find(thread.Visitor);
        return new(
            offer.Id.ToString(),
            thread.PublicId,
            question?.Body ?? "",
            thread.Language,
            thread.Topic,
            thread.AskedAt,
            visitor?.AsPerson() ?? new(null, null, "visitor"),
            thread.Page,
            thread.Product,
            offer.OfferedAt,
            offer.Deadline,
            Math.Max(0, offer.Deadline - clock.NowMs()),
            thread.Responder is not null);
    }
}
