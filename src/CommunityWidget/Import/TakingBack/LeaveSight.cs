using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Threads;

namespace CommunityWidget.Import.TakingBack;

/// <summary>What an import brought goes the way of any page or draft: record and edition together, as a decision that can be read.</summary>
public sealed class LeaveSight(EditionStore editions, ThreadWriter writer, Decisions decisions, TimeProvider clock)
{
    /// <summary>False where it is out of sight already.</summary>
    public async Task<bool> Run(Tx tx, ThreadRecord thread)
    {
        if (await editions.Of(tx, thread.Id) is not { } page) return false;
        var isPublic = thread.Publication == Publications.Published;
        if ((isPublic ? PublicationLine.Withdraw(thread) : PublicationLine.Reject(thread, page.PublishedAt is not null)).Value is not { } after) return false;
        if (isPublic) await editions.Withdraw(tx, thread.Id, clock.NowMs());
        else if (!await editions.Move(tx, page, after.Publication, page.Title, clock.NowMs())) return false;
        await writer.Change(tx, thread, after);
        // By nobody who has a name here: whoever runs the program.
        await decisions.Add(tx, page, isPublic ? DecisionKinds.Withdrawn : DecisionKinds.Rejected, by: null, (RejectReasons.NotUseful, null));
        return true;
    }
}
