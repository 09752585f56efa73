using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>A moderator publishes a draft, its title in their words, or rejects it. The record and the edition move together.</summary>
public sealed class ReviewThread(Db db, EditionStore editions, ThreadStore threads, ThreadWriter writer, Subscriptions subscriptions, TimeProvider clock)
{
    private const int TitleCodePoints = 200;

    public Task<Reply<Edition>> Publish(MemberCaller caller, string publicId, string title) =>
        Decide(caller, publicId, title, Publications.Published);

    public Task<Reply<Edition>> Reject(MemberCaller caller, string publicId) =>
        Decide(caller, publicId, title: null, Publications.Rejected);

    private async Task<Reply<Edition>> Decide(MemberCaller caller, string publicId, string? title, string state)
    {
        if (await editions.Find(caller.Site.Id, publicId) is not { } draft) return Refusals.NotFound;
        var words = title is null ? draft.Title : MessageText.Clean(OnOneLine(title)).Value;
        if (words is null || words.EnumerateRunes().Count() > TitleCodePoints) return Refusals.NotUnderstood;
        return await db.Write<Edition>(async tx =>
        {
            var thread = (await threads.Lock(tx, draft.Thread))!;
            // Consent may have been taken back a moment ago, its draft not yet.
            if (thread.Publication != Publications.Review || thread.ConsentVersion is null || !await editions.Move(tx, draft, state, words, clock.NowMs())) return Refusals.NotPossibleNow;
            await writer.Change(tx, thread, thread with { Publication = state });
            if (state == Publications.Published) await subscriptions.Add(tx, thread, thread.LastSeq, SubscribedKinds.Published);
            return draft with { State = state, Title = words, Slug = Edition.SlugOf(words) };
        });
    }

    private static string OnOneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
