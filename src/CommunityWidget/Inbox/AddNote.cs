using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Something the shop's own people write for each other, in whatever state the thread is: it changes nothing, so it names no fence and holds no seat.</summary>
public sealed class AddNote(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, Idempotency keys, ThreadReader reader)
{
    public async Task<Reply<ThreadEvent>> Run(MemberCaller caller, string threadId, string? key, string? typed)
    {
        if (!MessageText.IsKey(key)) return Refusals.KeyMissing;
        var text = MessageText.Clean(typed);
        if (text.Refusal is { } unusable) return unusable;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var stored = await db.Write<Appended>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            var first = await keys.FindMessage(tx, locked, caller.Id, key!, text.Value!);
            if (first.Refusal is { } reused) return reused;
            if (first.Value is { } again)
                return again.Thread == locked.Id ? new Appended(locked, (await threads.Event(tx, again.Thread, again.Seq))!) : Refusals.KeyReused;
            var entry = new Entry(EventKinds.Note, Actor.Member(caller.Id), text.Value, key, Audiences.Staff);
            var appended = await writer.Append(tx, locked, entry);
            await keys.Store(tx, caller.Site.Id, caller.Id, key!, text.Value!, locked.Id, appended.Row.Seq);
            await writer.ListChanged(tx, appended.Thread);
            return appended;
        });
        return stored.Value is { } kept ? await reader.Event(kept.Thread, kept.Row) with { Key = key } : stored.Refusal!;
    }
}
