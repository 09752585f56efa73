using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>A helper tells the responder what could be said; the visitor sees nothing of it until the responder sends it.</summary>
public sealed class SuggestAnswer(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, ParticipantStore participants, Idempotency keys, JudgeMessage judge, ThreadReader reader)
{
    public async Task<Reply<ThreadEvent>> Run(MemberCaller caller, MemberMessage message)
    {
        if (!MessageText.IsKey(message.Key)) return Refusals.KeyMissing;
        var text = MessageText.Clean(message.Text);
        if (text.Refusal is { } unusable) return unusable;
        var found = await access.Read(caller, message.ThreadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var judged = judge.Aside(caller, text.Value!);
        if (judged.Value is not { } verdict) return judged.Refusal!;
        var stored = await db.Write<Appended>(tx => Store(tx, thread.Id, caller, message, text.Value!, verdict));
        return stored.Value is { } kept ? await reader.Event(kept.Thread, kept.Row) with { Key = message.Key } : stored.Refusal!;
    }

    private async Task<Reply<Appended>> Store(Tx tx, Guid id, MemberCaller caller, MemberMessage message, string text, Judged judged)
    {
        var key = message.Key!;
        var thread = (await threads.Lock(tx, id))!;
        var first = await keys.FindMessage(tx, thread, caller.Id, key, text);
        if (first.Refusal is { } reused) return reused;
        if (first.Value is { } again) return again.Thread == thread.Id ? new Appended(thread, (await threads.Event(tx, again.Thread, again.Seq))!) : Refusals.KeyReused;
        if (thread.State == ThreadStates.Closed) return Refusals.ThreadClosed;
        if (!(await participants.Current(tx, thread.Id)).Contains(caller.Id)) return Refusals.NotParticipant;
        // To oneself there is nothing to suggest.
        if (thread.State != ThreadStates.Live || thread.Responder == caller.Id) return Refusals.NotPossibleNow;
        if (message.Fence != thread.Fence) return Refusals.StaleFence;
        var appended = await writer.Append(tx, thread, new Entry(EventKinds.Suggestion, Actor.Member(caller.Id), text, key, Audiences.Members, Judged: judged));
        await keys.Store(tx, caller.Site.Id, caller.Id, key, text, thread.Id, appended.Row.Seq);
        return appended;
    }
}
