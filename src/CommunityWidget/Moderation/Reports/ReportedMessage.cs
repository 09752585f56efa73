using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>What becomes of a message that was rightly reported: it is set aside, speaks against the member who wrote it, and a draft made of it is made anew. Of a page that was merged what it gave to another goes. The words of a rating are in no draft.</summary>
public sealed class ReportedMessage(ThreadStore threads, SetAside aside, EditionStore editions, EditionEdits edits, SettlePublication settle, StrikeStore strikes, TimeProvider clock)
{
    /// <returns>True where a draft stays behind that can be made of nothing anew: nobody of the team answered what was imported.</returns>
    public async Task<bool> Remove(Tx tx, ThreadRecord thread, long seq)
    {
        if (seq == 0) await OfDouble(tx, thread, said: false);
        var said = await Said(tx, thread.Id, seq);
        if (said is { AuthorKind: "member", Author: { } author }) await strikes.Add(tx, thread.Site, author, StrikeStore.Report, thread.Id);
        // A question that somebody is about to answer cannot vanish from under them.
        return (seq > 1 || (seq == 1 && thread.State == ThreadStates.Closed)) && await aside.Run(tx, thread, seq) && said?.Kind != EventKinds.Rating && !await Anew(tx, thread, said: false);
    }

    /// <summary>The same taken back, within the transaction that marks its decision as undone.</summary>
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="thread">As it is stored now.</param>
    /// <param name="seq">The message.</param>
    /// <param name="at">When it was decided.</param>
    public async Task PutBack(Tx tx, ThreadRecord thread, long seq, long at)
    {
        if (seq == 0) await OfDouble(tx, thread, said: true);
        var said = await Said(tx, thread.Id, seq);
        if (seq > 0 && await aside.PutBack(tx, thread, seq) && said?.Kind != EventKinds.Rating) await Anew(tx, thread, said: true);
        if (said is { AuthorKind: "member", Author: { } author }) await strikes.TakeBack(tx, author, StrikeStore.Report, thread.Id, at);
    }

    // A page goes as a whole, by its own decision; a draft is nobody's yet, and what went from one to another page goes or comes with it.
    private async Task<bool> Anew(Tx tx, ThreadRecord thread, bool said)
    {
        var inReview = await editions.Of(tx, thread.Id) is { State: Publications.Review };
        if (inReview && thread.Responder is null) return false;
        await (inReview ? settle.Anew(tx, thread) : OfDouble(tx, thread, said));
        return true;
    }

    // It comes back only where its visitor has not taken it back meanwhile.
    private async Task OfDouble(Tx tx, ThreadRecord thread, bool said)
    {
        if (await editions.Of(tx, thread.Id) is not { MergedInto: { } survivor } twin) return;
        if (!said)
        {
            await edits.RemoveMerged(tx, twin.Id, clock.NowMs());
        }
        else if (thread.ConsentVersion is not null)
        {
            await EditionEdits.LockWent(tx, twin.Id);
            await edits.Merge(tx, twin.Id, survivor, clock.NowMs());
        }
    }

    // A page is nobody's alone.
    private async Task<EventRow?> Said(Tx tx, Guid thread, long seq) => seq > 0 ? await threads.Event(tx, thread, seq) : null;
}
