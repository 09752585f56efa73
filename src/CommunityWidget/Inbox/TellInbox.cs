using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Notices;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>
/// News of the record: a line of the inbox looks otherwise. It is numbered here and not in the change's own transaction, so that chats
/// never wait for each other's number; a change told twice is one change.
/// </summary>
public sealed class TellInbox(ThreadStore threads, SiteStore sites, InboxStore inbox, InboxRows rows, INotices notices) : IOutboxHandler
{
    public bool Wants(string kind) => kind == "list.changed";

    public async Task Handle(OutboxMessage message)
    {
        if (await threads.Find(message.Thread) is not { } seen) return;
        var version = await inbox.NextVersion(seen.Site);
        // Read after the number was given: whoever has the number has at least this. What was purged meanwhile leaves a gap, and a gap refetches.
        if (await inbox.Line(seen.Id) is not { } line) return;
        await notices.InboxChanged(seen.Site, new InboxChange(version, (await rows.Of(await sites.Get(seen.Site), [line]))[0]));
    }
}
