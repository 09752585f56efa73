using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>A moderator decides about a draft or a page: publishes it, turns it away, finds it a double, takes it back to review or down. The record and the edition move together. What reports hide stays out of sight through all of it.</summary>
public sealed class ReviewThread(Db db, EditionStore editions, EditionEdits edits, ThreadStore threads, ThreadWriter writer, PublishEdition publish, TellPublished tell, MaskAgain mask, OutOfSight sight, Decisions decisions, TimeProvider clock)
{
    private const int TitleCodePoints = 200, NoteCodePoints = 1_000;

    /// <param name="caller">Who decides.</param>
    /// <param name="publicId">Which draft.</param>
    /// <param name="title">The page's title in their words; null leaves it.</param>
    /// <param name="together">What is decided in one go shares one.</param>
    /// <param name="seen">What they had before them; null where that is not asked.</param>
    public async Task<Reply<Edition>> Publish(MemberCaller caller, string publicId, string? title, Guid? together = null, SeenDraft? seen = null)
    {
        var words = title is null ? null : Title(title);
        if (words is { Refusal: { } unusable }) return unusable;
        if (words is { Value: { } named } && PublicText.Worded(caller.Site, named, caller.Site.LanguageFor(null)) is { Refusal: { } unfit }) return unfit;
        return await Decide(caller, publicId, async (tx, thread, draft) =>
        {
            var published = await publish.Run(tx, thread, draft, words?.Value ?? draft.Title, words is { Value: { } other } && other != draft.Title ? caller.Id : null);
            if (published.Value is not { } page) return published;
            await decisions.Add(tx, page, DecisionKinds.Published, caller.Id, together: together);
            // Publishing decides about no report.
            await sight.HideAgain(tx, caller.Site, thread.Id);
            return (await editions.Find(tx, page.Id))!;
        }, seen);
    }

    public async Task<Reply<Edition>> Reject(MemberCaller caller, string publicId, string? reason = null, string? note = null, Guid? together = null, SeenDraft? seen = null) =>
        Note(note) is { Refusal: { } unusable } ? unusable : await Decide(caller, publicId, (tx, thread, draft) =>
            Leave(tx, thread, draft, PublicationLine.Reject(thread, draft.PublishedAt is not null), new(DecisionKinds.Rejected, caller.Id, Known(reason), Note(note)?.Value, together)), seen);

    /// <summary>The draft asks what a public page answers already: what was answered here stands there from now on, behind what it says.</summary>
    public Task<Reply<Edition>> Merge(MemberCaller caller, string publicId, string into, SeenDraft? seen = null) => Decide(caller, publicId, async (tx, thread, draft) =>
    {
        // Drafts before pages: two merges cannot wait for each other.
        if (await editions.Find(tx, caller.Site.Id, into) is not { } known || known.Id == draft.Id || await threads.Lock(tx, known.Thread) is null) return Refusals.NotFound;
        if (await editions.Find(tx, known.Id) is not { IsPublic: true } survivor) return Refusals.NotFound;
        var masked = await mask.Run(tx, draft, draft.Title);
        if (masked.Value is null) return masked;
        var left = await Leave(tx, thread, masked.Value, PublicationLine.Merge(thread), new(DecisionKinds.Merged, caller.Id, null, survivor.Title, null));
        if (left.Value is null) return left;
        await editions.SetMerged(tx, draft.Id, survivor.Id);
        if (await edits.Merge(tx, draft.Id, survivor.Id, clock.NowMs()) is { } said) await decisions.Keep(tx, draft.Id, said);
        // Nor is it a way around what was reported of them.
        await sight.HideAgain(tx, caller.Site, survivor.Thread);
        // Their words are public too, on another's page.
        await tell.Run(tx, draft.Id);
        return left.Value with { MergedInto = survivor.Id };
    }, seen);

    /// <summary>A public page goes back to review: out of sight until it is published again, where it was, or leads to the page it is found to repeat.</summary>
    public Task<Reply<Edition>> Return(MemberCaller caller, string publicId) => Decide(caller, publicId, (tx, thread, page) =>
        Leave(tx, thread, page, PublicationLine.Return(thread), new(DecisionKinds.Returned, caller.Id, null, null, null)));

    /// <summary>A public page is taken down.</summary>
    public Task<Reply<Edition>> Withdraw(MemberCaller caller, string publicId, string? reason = null) =>
        Decide(caller, publicId, (tx, thread, page) => TakeDown(tx, thread, page, new(caller.Id, Known(reason), null)));

    /// <summary>The same within another decision's transaction, under the thread's lock.</summary>
    public async Task<Reply<Edition>> TakeDown(Tx tx, ThreadRecord thread, Edition page, Takedown down)
    {
        var moved = PublicationLine.Withdraw(thread);
        if (moved.Value is not { } after) return moved.Refusal!;
        await editions.Withdraw(tx, thread.Id, clock.NowMs());
        await writer.Change(tx, thread, after);
        await decisions.Add(tx, page, DecisionKinds.Withdrawn, down.By, (down.Reason, null), down.Together);
        return page with { State = Publications.Withdrawn };
    }

    /// <summary>What waits for review is turned away within another decision's transaction, under the thread's lock.</summary>
    public Task<Reply<Edition>> TurnAway(Tx tx, ThreadRecord thread, Edition draft, Takedown down) =>
        Leave(tx, thread, draft, PublicationLine.Reject(thread, draft.PublishedAt is not null), new(DecisionKinds.Rejected, down.By, down.Reason, null, down.Together));

    private async Task<Reply<Edition>> Leave(Tx tx, ThreadRecord thread, Edition draft, Reply<ThreadRecord> moved, Leaving leaving)
    {
        if (moved.Value is not { } after) return moved.Refusal!;
        if (!await editions.Move(tx, draft, after.Publication, draft.Title, clock.NowMs())) return Refusals.NotPossibleNow;
        await writer.Change(tx, thread, after);
        await decisions.Add(tx, draft, leaving.Kind, leaving.By, (leaving.Reason, leaving.Note), leaving.Together);
        return draft with { State = after.Publication };
    }

    private async Task<Reply<Edition>> Decide(MemberCaller caller, string publicId, Func<Tx, ThreadRecord, Edition, Task<Reply<Edition>>> decide, SeenDraft? seen = null)
    {
        if (await editions.Find(caller.Site.Id, publicId) is not { } known) return Refusals.NotFound;
        return await db.Write<Edition>(async tx =>
        {
            var thread = (await threads.Lock(tx, known.Thread))!;
            // Another wording may have been saved a moment ago: what is decided is what stands there now, or nothing where they say what they saw.
            if (await editions.Find(tx, known.Id) is not { } present) return Refusals.NotPossibleNow;
            if (seen is null || seen.IsStill(present)) return await decide(tx, thread, present);
            return present.State == Publications.Review ? Refusals.ChangedMeanwhile : Refusals.NotPossibleNow;
        });
    }

    /// <summary>A title on one line, in the letters people see, or why it cannot be one.</summary>
    public static Reply<string> Title(string typed)
    {
        var words = MessageText.CleanForPage(WrittenText.Squeezed(typed)).Value;
        return words is null || words.EnumerateRunes().Count() > TitleCodePoints ? Refusals.NotUnderstood : words;
    }

    /// <summary>A few words to somebody; null when there are none.</summary>
    public static Reply<string>? Note(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var words = MessageText.Clean(typed.Trim());
        return words.Value?.EnumerateRunes().Count() > NoteCodePoints ? Refusals.TextTooLong : words;
    }

    private static string Known(string? reason) => RejectReasons.Known.FirstOrDefault(known => known == reason) ?? RejectReasons.NotUseful;

    /// <param name="By">Who takes a page down.</param>
    /// <param name="Reason">Why, of <see cref="RejectReasons"/>.</param>
    /// <param name="Together">The decision it comes with.</param>
    public sealed record Takedown(Guid By, string? Reason, Guid? Together);

    private sealed record Leaving(string Kind, Guid By, string? Reason, string? Note, Guid? Together);
}
