using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>Takes a thread's publication back to where its consent and state put it, in the transaction that changed them: what may not be shown any more is gone with the commit.</summary>
public sealed class SettlePublication(EditionStore editions, EditionEdits edits, ThreadWriter writer, Outbox outbox, TimeProvider clock)
{
    public const string ConsentNews = "consent";

    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">As it is stored now.</param>
    public async Task<ThreadRecord> Run(Tx tx, ThreadRecord thread)
    {
        // What was said in it stands on the page it was found to be a double of.
        if (thread is { ConsentVersion: null, Publication: Publications.Rejected } && await editions.Of(tx, thread.Id) is { MergedInto: not null } twin) await edits.RemoveMerged(tx, twin.Id, clock.NowMs());
        // Whoever has the address of a page that is back in review is told that it is gone, as if it were public.
        if (thread is { ConsentVersion: null, Publication: Publications.Review or Publications.None } && await editions.Withdraw(tx, thread.Id, clock.NowMs()))
            return await writer.Change(tx, thread, thread with { Publication = Publications.Withdrawn });
        var wasPublic = thread.Publication == Publications.Review && await editions.WasPublic(tx, thread.Id);
        var next = PublicationLine.Settle(thread, wasPublic);
        // Whatever else becomes of it, moderators see why they should look twice, or need no more.
        if (wasPublic && next == Publications.Review) await editions.SetRisk(tx, thread.Id, DraftRisks.RatedBadly, PublicationLine.IsRatedBadly(thread));
        // A new draft takes more than a new word: whoever makes it says it.
        if (next == thread.Publication || next == Publications.Review) return thread;
        if (next == Publications.Withdrawn) await editions.Withdraw(tx, thread.Id, clock.NowMs());
        return await writer.Change(tx, thread, thread with { Publication = next });
    }

    /// <summary>A draft whose conversation says something else now leaves review, and is proposed anew in another transaction.</summary>
    public async Task Anew(Tx tx, ThreadRecord thread)
    {
        if (thread.Publication != Publications.Review) return;
        await writer.Change(tx, thread, thread with { Publication = Publications.None });
        await outbox.Add(tx, ConsentNews, thread.Id, thread.LastSeq);
    }
}
