using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>A message: cleaned, judged, appended with the next <c>seq</c>, committed, then told to both sides.</summary>
public sealed class SendMessage(Db db, JudgeMessage judge, ThreadAccess access, ThreadStore threads, StoreMessage store, ThreadReader reader)
{
    public Task<Reply<ThreadEvent>> Run(VisitorCaller caller, VisitorMessage message) =>
        Run(caller, message.ThreadId, message.Key, message.Text, (tx, thread) => store.PrepareVisitor(tx, thread, message.Reopen));

    public Task<Reply<ThreadEvent>> Run(MemberCaller caller, MemberMessage message) =>
        Run(caller, message.ThreadId, message.Key, message.Text, (tx, thread) => store.PrepareMember(tx, thread, caller, message.Fence));

    private async Task<Reply<ThreadEvent>> Run(Caller caller, string threadId, string? key, string? typed, Func<Tx, ThreadRecord, Task<Reply<ThreadRecord>>> prepare)
    {
        if (!MessageText.IsKey(key)) return Refusals.KeyMissing;
        var text = MessageText.Clean(typed);
        if (text.Refusal is { } unusable) return unusable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        if (await judge.Run(caller.Site, text.Value!) is { } judged) return judged;

        var stored = await db.Write<Appended>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            return await store.Once(tx, locked, caller, key!, text.Value!, prepare);
        });
        if (stored.Value is not { } appended) return stored.Refusal!;
        return await reader.Event(appended.Thread, appended.Row) with { Key = key };
    }
}
