using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>A mail's link back to a conversation is exchanged for a token that opens it, and it alone. Whoever asked from this very browser keeps the token they have.</summary>
public sealed class OpenLink(Db db, MailLinks links, ThreadStore threads, VisitorStore visitors)
{
    public async Task<Reply<LinkOpened>> Run(Site site, VisitorCaller? here, string? secret)
    {
        if (await links.Find(secret, LinkPurposes.Open) is not { } link) return Refusals.LinkNotValid;
        if (await threads.Find(link.Thread) is not { } thread || thread.Site != site.Id) return Refusals.LinkNotValid;
        if (here is not null && thread.Visitor == here.Id && here.Visitor.MayReach(thread.Id)) return new LinkOpened(thread.PublicId, null);
        return await db.Write<LinkOpened>(async tx =>
        {
            await links.MarkUsed(tx, link.Id);
            return new LinkOpened(thread.PublicId, await visitors.Pass(tx, thread.Visitor, thread.Id));
        });
    }
}
