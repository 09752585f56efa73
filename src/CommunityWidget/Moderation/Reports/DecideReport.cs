using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Reports;

/// <summary>
/// A moderator decides about what was reported, for everybody who reported it: it was right, and the message and a page made of it go, or it was not and the page is back.
/// Whoever wrote it does not decide, where somebody else can.
/// </summary>
public sealed class DecideReport(Db db, ThreadStore threads, EditionStore editions, ReportStore reports, ReviewThread review, Decisions decisions, ReportedMessage message, OutOfSight sight, WhoJudges judges)
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
            var said = report.Seq > 0 ? await threads.Event(tx, thread.Id, report.Seq) : null;
            if (await IsTheirs(tx, by, said, page?.Id)) return Refusals.NotYoursToJudge;
            var hidden = await sight.Hidden(tx, thread.Id);
            var decision = await decisions.Add(tx, new()
            {
                Site = thread.Site,
                Page = page?.Id,
                Thread = thread.Id,
                Seq = report.Seq,
                Kind = right ? DecisionKinds.Upheld : DecisionKinds.Dismissed,
                Reason = hidden.Count == 0 ? null : WasHidden,
                Member = by.Id,
            });
            // Undone by the moment it was decided at.
            if (await reports.Decide(tx, thread.Id, report.Seq, right ? ReportStates.Upheld : ReportStates.Dismissed, decision.At) == 0) return Refusals.NotPossibleNow;
            if (right && await message.Remove(tx, thread, report.Seq)) await review.TurnAway(tx, thread, page!, new(by.Id, RejectReasons.Other, decision.Together));
            // The words of a rating stand on no page.
            var goes = right && page is { State: Publications.Published } && said?.Kind != EventKinds.Rating;
            if (goes) await review.TakeDown(tx, thread, page!, new(by.Id, RejectReasons.Other, decision.Together));
            // A double's answers are gone from where they stood. Another report may keep a page hidden.
            await sight.Show(tx, by.Site, hidden.Where(one => !goes || one.Id != page!.Id));
            return decision;
        });
    }

    /// <summary>Whether somebody wrote what a decision about reports was about, and somebody else can decide.</summary>
    /// <param name="tx">Holds the thread's lock.</param>
    /// <param name="by">Would take it back.</param>
    /// <param name="thread">Where it was said.</param>
    /// <param name="seq">What was reported; 0: the page.</param>
    /// <param name="page">The page of that conversation, if it had one.</param>
    public async Task<bool> IsTheirs(Tx tx, MemberCaller by, Guid thread, long seq, Guid? page) => await IsTheirs(tx, by, seq > 0 ? await threads.Event(tx, thread, seq) : null, page);

    private async Task<bool> IsTheirs(Tx tx, MemberCaller by, EventRow? said, Guid? page)
    {
        var authors = Authors(said, said is null && page is { } about ? await editions.Answers(tx, about) : []);
        return authors.Contains(by.Id) && await judges.HasOther(tx, by.Site.Id, admins: false, authors);
    }

    /// <summary>The members who wrote what was reported: none of them decides where somebody else can.</summary>
    /// <param name="said">What was reported; null for the page.</param>
    /// <param name="answers">Of the page, where it is about the page.</param>
    public static Guid[] Authors(EventRow? said, IEnumerable<Answer> answers) => said switch
    {
        null => [.. answers.Select(answer => answer.Member).OfType<Guid>().Distinct()],
        { AuthorKind: "member", Author: { } author } => [author],
        _ => [],
    };

    /// <summary>A page that is public again by an undo is out of sight where reports had put it: nobody has decided about them.</summary>
    public Task HideAgain(Tx tx, Site site, Guid thread) => sight.HideAgain(tx, site, thread);

    /// <summary>What was found to be a double is none any more: what was reported of it hides the other page no longer.</summary>
    public async Task ShowAgain(Tx tx, Site site, Guid page)
    {
        if (await editions.Find(tx, page) is { HiddenAt: not null } hidden) await sight.Show(tx, site, [hidden]);
    }

    /// <summary>Takes a decision about reports back, within the transaction that takes back what came with it.</summary>
    public async Task Undo(Tx tx, ThreadRecord thread, Decision decision)
    {
        var state = decision.Kind == DecisionKinds.Upheld ? ReportStates.Upheld : ReportStates.Dismissed;
        // None is left where whoever sent it has erased it since; what it led to is taken back all the same.
        await reports.Reopen(tx, decision.Thread, decision.Seq, state, decision.At);
        if (decision.Kind == DecisionKinds.Upheld) await message.PutBack(tx, thread, decision.Seq, decision.At);
        if (decision.Reason == WasHidden) await sight.Hide(tx, decision.Thread);
    }
}
