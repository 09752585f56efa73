using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Review;

/// <summary>A draft goes to somebody who should mend it, with a word on what; it comes back when they have. Or to one of the moderators, who looks after it.</summary>
public sealed class SendBack(Db db, EditionStore editions, ThreadStore threads, MemberConduct members, Decisions decisions, TimeProvider clock)
{
    /// <summary>Who can be sent a draft: whoever answered in it and may still sign in.</summary>
    /// <param name="caller">Who sends it.</param>
    /// <param name="publicId">Which draft.</param>
    /// <param name="to">To whom.</param>
    /// <param name="note">What they should mend.</param>
    /// <param name="seen">What the caller had before them; null where that is not asked.</param>
    public async Task<Reply<Edition>> Run(MemberCaller caller, string publicId, Guid to, string? note, SeenDraft? seen = null)
    {
        var words = ReviewThread.Note(note);
        if (words is null) return Refusals.TextEmpty;
        if (words.Value is not { } text) return words.Refusal!;
        return await Change(caller, publicId, async (tx, draft) =>
        {
            // Locked, as below: whoever is shut out in the same moment gets nothing more.
            if ((await editions.Answers(tx, draft.Id)).All(a => a.Member != to) || await members.Lock(tx, caller.Site.Id, to) is not { } member || !MayMend(member, clock.NowMs())) return Refusals.NotFound;
            await tx.Execute("update pages set sent_to = @to, sent_by = @by, sent_note = @text where id = @Id", new { draft.Id, to, by = caller.Id, text });
            await decisions.Add(tx, draft, DecisionKinds.SentBack, caller.Id, (null, text));
            return draft with { SentTo = to, SentBy = caller.Id, SentNote = text };
        }, seen);
    }

    /// <summary>Takes it on, gives it to another moderator, or to nobody.</summary>
    public Task<Reply<Edition>> Assign(MemberCaller caller, string publicId, Guid? to, SeenDraft? seen = null) => Change(caller, publicId, async (tx, draft) =>
    {
        if (to is { } id && (await members.Lock(tx, caller.Site.Id, id) is not { } member || !MayLookAfter(member, clock.NowMs()))) return Refusals.NotFound;
        await tx.Execute("update pages set assigned_to = @to where id = @Id", new { draft.Id, to });
        return draft with { AssignedTo = to };
    }, seen);

    /// <summary>It need not wait for them any longer.</summary>
    public Task<Reply<Edition>> TakeBack(MemberCaller caller, string publicId) => Change(caller, publicId, async (tx, draft) =>
    {
        await tx.Execute("update pages set sent_to = null, sent_by = null, sent_note = null where id = @Id", new { draft.Id });
        return draft with { SentTo = null };
    });

    /// <summary>They are here, and not shut out.</summary>
    public static bool MayMend(Member member, long now) => member.ErasedAt is null && !member.SuspendedAt(now);

    /// <summary>The same of a moderator.</summary>
    public static bool MayLookAfter(Member member, long now) => (member.Is(Roles.Moderator) || member.Is(Roles.Admin)) && MayMend(member, now);

    private async Task<Reply<Edition>> Change(MemberCaller caller, string publicId, Func<Tx, Edition, Task<Reply<Edition>>> change, SeenDraft? seen = null)
    {
        if (await editions.Find(caller.Site.Id, publicId) is not { } known) return Refusals.NotFound;
        return await db.Write<Edition>(async tx =>
        {
            await threads.Lock(tx, known.Thread);
            if (await editions.Find(tx, known.Id) is not { State: Publications.Review } draft) return Refusals.NotPossibleNow;
            return seen is null || seen.IsStill(draft) ? await change(tx, draft) : Refusals.ChangedMeanwhile;
        });
    }
}
