using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>What the link of a mail does to its conversation, under its lock. Pressed again it says the same again.</summary>
public sealed class FollowLink(Db db, MailLinks links, ThreadStore threads, SiteStore sites, PublicAddress address)
{
    public async Task<Reply<MailedThread>> Run(string? secret, string purpose, Func<Tx, ThreadRecord, Task<ThreadRecord>> change)
    {
        if (await links.Find(secret, purpose) is not { } link) return Refusals.LinkNotValid;
        return await db.Write<MailedThread>(async tx =>
        {
            var thread = (await threads.Lock(tx, link.Thread))!;
            await links.MarkUsed(tx, link.Id);
            return MailedThread.Of(await sites.Get(tx, thread.Site), await change(tx, thread), address);
        });
    }
}
