using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Puts tags on a thread and takes them off, whatever its state; gives its line.</summary>
public sealed class TagThread(Db db, ThreadAccess access, ThreadStore threads, ThreadWriter writer, TagStore tags, InboxRows rows, TimeProvider clock)
{
    public async Task<Reply<InboxRow>> Run(MemberCaller caller, string threadId, IReadOnlyList<string?> add, IReadOnlyList<string?> remove)
    {
        var (more, less) = (add.Select(Tag.Clean).ToList(), remove.Select(Tag.Clean).ToList());
        if (more.Concat(less).FirstOrDefault(tag => tag.Refusal is not null) is { } unusable) return unusable.Refusal!;
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var done = await db.Write<ThreadRecord>(async tx =>
        {
            var locked = (await threads.Lock(tx, thread.Id))!;
            // In one order, so that two who use the same tags never wait for each other in a circle.
            foreach (var tag in less.Select(t => t.Value!).Order(StringComparer.Ordinal)) await tags.Remove(tx, locked.Site, locked.Id, tag);
            foreach (var tag in more.Select(t => t.Value!).Order(StringComparer.Ordinal)) await tags.Add(tx, locked.Site, locked.Id, tag, caller.Id, clock.NowMs());
            if (await tags.Count(tx, locked.Id) > Tag.MostOfThread) return Refusals.TagNotUsable;
            await writer.ListChanged(tx, locked);
            return locked;
        });
        return done.Value is { } tagged ? await rows.Of(caller.Site, tagged.Id) : done.Refusal!;
    }
}
