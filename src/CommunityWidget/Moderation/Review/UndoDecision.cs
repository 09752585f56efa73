using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Review;

/// <summary>What was decided together a moment ago is taken back: each of it that nothing else has touched since. Whoever may not decide about something takes no decision about it back either.</summary>
public sealed class UndoDecision(Db db, EditionStore editions, EditionEdits edits, ThreadStore threads, ThreadWriter writer, Decisions decisions, DecideReport reported, DecideProposed proposed, HoldStore holds, WhoJudges judges, TellPublished tell, TimeProvider clock)
{
    public async Task<Reply<Undone>> Run(MemberCaller caller, Guid together)
    {
        var all = await decisions.Together(caller.Site.Id, together);
        if (all.Count == 0) return Refusals.NotFound;
        if (!all[0].MayBeUndoneAt(clock.NowMs())) return Refusals.TooLateToUndo;
        var stayed = new List<Refusal>();
        // What came of a decision is taken back before it.
        foreach (var decision in all.OrderBy(one => one.Kind is DecisionKinds.Upheld or DecisionKinds.Dismissed))
        {
            if ((await Undo(caller, decision, all)).Refusal is { } refusal) stayed.Add(refusal);
        }
        return stayed.Count < all.Count ? new Undone(all.Count - stayed.Count, stayed) : stayed[^1];
    }

    private Task<Reply<Done>> Undo(MemberCaller caller, Decision decision, IReadOnlyList<Decision> together) => db.Write<Done>(async tx =>
        {
            var thread = (await threads.Lock(tx, decision.Thread))!;
            // What came of a decision stands with it.
            foreach (var one in together.Where(one => one.Thread == decision.Thread))
                if (await IsTheirs(tx, caller, one)) return Refusals.NotYoursToJudge;
            if (!await decisions.MarkUndone(tx, decision, caller)) return Refusals.TooLateToUndo;
            if (decision.Kind is DecisionKinds.Upheld or DecisionKinds.Dismissed)
            {
                await reported.Undo(tx, thread, decision);
                return Done.It;
            }
            if (decision.Kind == DecisionKinds.KeptBack) return await holds.TakeBack(tx, thread.Id, decision.Seq) ? Done.It : Refusals.TooLateToUndo;
            if (decision.Proposed is not null) return await proposed.Undo(tx, decision) ? Done.It : Refusals.TooLateToUndo;
            // Proposed anew since, it says something else.
            if (decision.Page is not { } page || await editions.Find(tx, page) is not { } present || present.ProposedAt > decision.At) return Refusals.TooLateToUndo;
            if (decision.Kind == DecisionKinds.SentBack) return await TakenFrom(tx, present, decision) ? Done.It : Refusals.TooLateToUndo;
            // Worded anew since, it is not what was public, or was turned away.
            if (present.Revision != decision.Revision) return Refusals.TooLateToUndo;
            var (decided, before) = Moved(decision.Kind, present);
            var back = PublicationLine.TakeBack(thread, decided, before);
            if (back.Value is not { } after) return back.Refusal!;
            if (!await editions.Move(tx, present, before, present.Title, clock.NowMs())) return Refusals.TooLateToUndo;
            if (decision.Kind == DecisionKinds.Published) await NeverWas(tx, present);
            if (present.MergedInto is { } survivor)
            {
                await edits.RemoveMerged(tx, present.Id, clock.NowMs(), decision.At);
                if (decision.Was is { } said) await edits.SayAgain(tx, survivor, said);
            }
            await editions.SetMerged(tx, present.Id, null);
            if (present.MergedInto is { } was) await reported.ShowAgain(tx, caller.Site, was);
            if (before == Publications.Published) await reported.HideAgain(tx, caller.Site, thread.Id);
            await writer.Change(tx, thread, after);
            // A mail that was due in between found nothing public.
            if (before == Publications.Published) await tell.Run(tx, present.Id);
            return Done.It;
        });

    // Their own words, where somebody else can decide.
    private async Task<bool> IsTheirs(Tx tx, MemberCaller caller, Decision decision) => decision.Kind switch
    {
        DecisionKinds.Upheld or DecisionKinds.Dismissed => await reported.IsTheirs(tx, caller, decision.Thread, decision.Seq, decision.Page),
        DecisionKinds.KeptBack => await threads.Event(tx, decision.Thread, decision.Seq) is { } held && DecideHeld.IsBy(caller.Member, held.AuthorKind, held.Author)
            && await judges.HasOther(tx, decision.Site, admins: false, caller.Id),
        _ => false,
    };

    private static (string Decided, string Before) Moved(string kind, Edition page) => kind switch
    {
        DecisionKinds.Published => (Publications.Published, Publications.Review),
        DecisionKinds.Returned => (Publications.Review, Publications.Published),
        DecisionKinds.Withdrawn => (Publications.Withdrawn, Publications.Published),
        DecisionKinds.Rejected when page.PublishedAt is not null => (Publications.Withdrawn, Publications.Review),
        _ => (Publications.Rejected, Publications.Review),
    };

    // Public for some seconds, it was no page yet: nobody is told that it is gone.
    private static Task NeverWas(Tx tx, Edition page) => tx.Execute(
        "update pages set published_at = null where id = @Id and published_at >= proposed_at and not exists (select 1 from decisions d where d.page = pages.id and d.kind = 'published' and d.undone_at is null)",
        new { page.Id });

    // Another moderator may have sent it to somebody since, with a word of their own.
    private static async Task<bool> TakenFrom(Tx tx, Edition page, Decision sent) => await tx.Execute(
        """
        update pages set sent_to = null, sent_by = null, sent_note = null
        where id = @page and sent_to is not null and sent_by = @Member and sent_note = @Note and state = 'review'
            and not exists (select 1 from decisions d where d.page = @page and d.kind = 'sent_back' and d.id <> @Id and d.at >= @At and d.undone_at is null)
        """,
        new { page = page.Id, sent.Id, sent.Member, sent.Note, sent.At }) == 1;
}

/// <summary>What became of several decisions that were to be taken back together.</summary>
/// <param name="Count">How many were.</param>
/// <param name="Stayed">Why each of the others stands.</param>
public sealed record Undone(int Count, IReadOnlyList<Refusal> Stayed);
