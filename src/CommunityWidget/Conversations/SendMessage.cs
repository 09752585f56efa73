using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>
/// A message: cleaned, judged, appended with the next <c>seq</c>, committed, then told to both sides. A plain one shares its commit with
/// others; one that moves its thread, comes again under its key or is refused goes alone.
/// </summary>
public sealed class SendMessage(JudgeMessage judge, CommitMessages commit, SendAlone alone, NoteStrike strike)
{
    public Task<Reply<ThreadEvent>> Run(VisitorCaller caller, VisitorMessage message) =>
        Run(caller, message.ThreadId, message.Key, message.Text, fence: null, new(message.Reopen));

    public Task<Reply<ThreadEvent>> Run(MemberCaller caller, MemberMessage message) =>
        Run(caller, message.ThreadId, message.Key, message.Text, message.Fence, new(Suggestion: message.Suggestion));

    private async Task<Reply<ThreadEvent>> Run(Caller caller, string? threadId, string? key, string? typed, long? fence, MessageExtra extra)
    {
        if (!MessageText.IsKey(key)) return Refusals.KeyMissing;
        var text = MessageText.Clean(typed);
        if (text.Refusal is { } unusable) return unusable;
        if (!ThreadStore.IsPublicId(threadId)) return Refusals.NotFound;
        var judged = await judge.Run(caller, text.Value!, key!);
        if (judged.Value is not { } verdict)
        {
            if (caller is MemberCaller member && (judged.Refusal == Refusals.TextInsulting || judged.Refusal == Refusals.TextSpam)) await strike.Refused(member);
            return judged.Refusal!;
        }
        // Whose idea it was is looked up before it is stored; what does not pass as it is stands in more columns.
        var shared = extra.Suggestion is null && verdict.Verdict is null ? await commit.Run(new(caller, threadId, key!, text.Value!, fence)) : null;
        return shared ?? await alone.Run(caller, threadId, key!, text.Value!, fence, extra with { Judged = verdict });
    }
}

/// <summary>What few messages carry.</summary>
/// <param name="Reopen">A visitor pressed <em>Continue</em>.</param>
/// <param name="Suggestion">The <c>seq</c> of the suggestion a member's message was made of.</param>
/// <param name="Judged">What the judge said; null when it passed as it is.</param>
public sealed record MessageExtra(bool Reopen = false, long? Suggestion = null, Judged? Judged = null);

/// <summary>A message that takes a transaction of its own.</summary>
public sealed class SendAlone(Db db, ThreadAccess access, ThreadStore threads, StoreMessage store, ThreadReader reader, NoteStrike strike)
{
    public async Task<Reply<ThreadEvent>> Run(Caller caller, string threadId, string key, string text, long? fence, MessageExtra extra)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var isStrike = extra.Judged is { IsHeld: true };
        var stored = await db.Write<Appended>(async tx =>
        {
            if (isStrike && caller is MemberCaller one) await strike.Lock(tx, one);
            var locked = (await threads.Lock(tx, thread.Id))!;
            var once = await store.Once(tx, locked, caller, key, text, (inTx, now) => caller is MemberCaller member
                ? store.PrepareMember(inTx, now, member, fence ?? 0, extra)
                : store.PrepareVisitor(inTx, now, extra), extra);
            // What comes again under its key is no second one.
            if (isStrike && caller is MemberCaller author && once.Value is { IsAgain: false }) await strike.Held(tx, author, locked.Id);
            return once;
        });
        if (stored.Value is not { } appended) return stored.Refusal!;
        return await reader.Event(appended.Thread, appended.Row) with { Key = key };
    }
}
