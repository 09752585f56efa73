using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>A moderator decides about what was reported, for everybody who reported it: it was right, and the message and a page made of it go, or it was not and the page is back.</summary>
public sealed class DecideReport(Db db, ThreadStore threads, EditionStore editions, ReportStore reports, ReviewThread review, Decisions decisions, ReportedMessage message, TimeProvider clock)
{
    private const string WasHidden = "hidden";

    /// <param name="by">Decides.</param>
    /// <param name="publicId">Of one report of those about the same thing; also of one that was erased a moment ago.</param>
    /// <param name="right">It was.</param>
    public async Task<Reply<Decision>> Run(MemberCaller by, string publicId, bool right)
    {
        if (await reports.Find(by.Site.Id, publicId) is not { } report) return Refusals.NotFound;
        return await db.Write<Decision>(async tx =>
        {
            var thread = (await threads.Lock(tx, report.Thread))!;
            var page = await editions.Of(tx, thread.Id);
            var decision = await decisions.Add(tx, new()
            {
                Site = thread.Site,
                Page = page?.Id,
                Thread = thread.Id,
                Seq = report.Seq,
                Kind = right ? DecisionKinds.Upheld : DecisionKinds.Dismissed,
                Reason = page?.HiddenAt is null ? null : WasHidden,
                Member = by.Id,
            });
            // Undone by the moment it was decided at.
            if (await reports.Decide(tx, thread.Id, report.Seq, right ? ReportStates.Upheld : ReportStates.Dismissed, decision.At) == 0) return Refusals.NotPossibleNow;
            if (right) await message.Remove(tx, thread, report.Seq);
            if (right && page is { State: Publications.Published }) await review.TakeDown(tx, thread, page, new(by.Id, RejectReasons.Other, decision.Together));
            // Another report about the same thread may keep it hidden.
            if (!right && page?.HiddenAt is not null && !await reports.AreEnough(tx, by.Site, thread.Id)) await editions.Show(tx, page.Id);
            return decision;
        });
    }

    /// <summary>A page that is public again by an undo is out of sight where reports had put it: nobody has decided about them.</summary>
    public async Task HideAgain(Tx tx, Site site, Guid thread)
    {
        if (await reports.AreEnough(tx, site, thread)) await editions.Hide(tx, thread, clock.NowMs());
    }

    /// <summary>Takes a decision about reports back, within the transaction that takes back what came with it.</summary>
    public async Task Undo(Tx tx, ThreadRecord thread, Decision decision)
    {
        var state = decision.Kind == DecisionKinds.Upheld ? ReportStates.Upheld : ReportStates.Dismissed;
        // None is left where whoever sent it has erased it since; what it led to is taken back all the same.
        await reports.Reopen(tx, decision.Thread, decision.Seq, state, decision.At);
        if (decision.Kind == DecisionKinds.Upheld) await message.PutBack(tx, thread, decision.Seq, decision.At);
        if (decision.Reason == WasHidden) await editions.Hide(tx, decision.Thread, clock.NowMs());
    }
}
