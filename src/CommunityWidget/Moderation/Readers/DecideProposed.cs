using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Readers;

/// <summary>A moderator puts a proposed answer on its page, or does not; for ten seconds it can be taken back.</summary>
public sealed class DecideProposed(Db db, ThreadStore threads, EditionStore editions, EditionEdits edits, ProposedStore proposed, Decisions decisions, WhoJudges judges, TimeProvider clock)
{
    public async Task<Reply<Decision>> Run(MemberCaller by, string publicId, bool publish)
    {
        if (await proposed.Find(by.Site.Id, publicId) is not { } known || await editions.Find(known.Page) is not { } about) return Refusals.NotFound;
        return await db.Write<Decision>(async tx =>
        {
            if (await threads.Lock(tx, about.Thread) is null || await editions.Find(tx, about.Id) is not { IsPublic: true } page) return Refusals.NotPossibleNow;
            if (await proposed.Find(tx, known.Id) is not { } answer) return Refusals.NotPossibleNow;
            if (publish && answer.Member == by.Id && await judges.HasOther(tx, page.Site, admins: false, by.Id)) return Refusals.NotYoursToJudge;
            var now = clock.NowMs();
            if (!await proposed.Move(tx, answer.Id, ProposedStates.Review, publish ? ProposedStates.Published : ProposedStates.Rejected, now)) return Refusals.AlreadyDecided;
            if (publish && await EditionEdits.Says(tx, answer.Page, answer.Body, but: answer.Rewords)) return Refusals.AnswerThere;
            if (publish && !await Publish(tx, answer, now)) return Refusals.NotPossibleNow;
            return await decisions.Add(tx, new()
            {
                Site = page.Site,
                Page = page.Id,
                Thread = page.Thread,
                Proposed = answer.Id,
                Kind = publish ? DecisionKinds.AnswerAdded : DecisionKinds.AnswerRefused,
                Member = by.Id,
            });
        });
    }

    /// <summary>Takes a decision back, within the transaction that marks it as undone.</summary>
    public async Task<bool> Undo(Tx tx, Decision decision)
    {
        if (decision.Proposed is not { } id || await proposed.Find(tx, id) is not { } answer) return false;
        var was = decision.Kind == DecisionKinds.AnswerAdded ? ProposedStates.Published : ProposedStates.Rejected;
        if (!await proposed.Move(tx, id, was, ProposedStates.Review, decidedAt: null)) return false;
        if (was == ProposedStates.Rejected) return true;
        return answer.Rewords is null ? await edits.Remove(tx, answer.Page, answer.PublicId, clock.NowMs()) : await PutBack(tx, answer, clock.NowMs());
    }

    private async Task<bool> Publish(Tx tx, ProposedAnswer answer, long now)
    {
        if (answer.Rewords is not null) return await Exchange(tx, answer, now);
        // The address at which its author asks for it is its place on the page.
        await edits.Add(tx, answer.Page, new() { Id = answer.PublicId, AuthorName = answer.AuthorName, Body = answer.Body, State = Answer.Suggested, AnsweredAt = answer.At }, now);
        return true;
    }

    // What stood there is kept where the new words were, so that taking it back can put it there again.
    private async Task<bool> Exchange(Tx tx, ProposedAnswer answer, long now)
    {
        if (await edits.Reword(tx, answer.Page, answer.Rewords!, answer.Body, now) is not { } before) return false;
        await proposed.Keep(tx, answer.Id, before);
        return true;
    }

    private async Task<bool> PutBack(Tx tx, ProposedAnswer answer, long now)
    {
        if (await edits.Unword(tx, answer.Page, answer.Rewords!, answer.Was, answer.DecidedAt ?? 0, now) is not { } words) return false;
        await proposed.Keep(tx, answer.Id, new() { Body = words });
        return true;
    }
}
