using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>No more mails about a question: its address is forgotten. The answers stay where they were written.</summary>
public sealed class StopMails(Db db, MailLinks links, ThreadStore threads, ThreadWriter writer, SiteStore sites, PublicAddress address)
{
    public async Task<Reply<MailedThread>> Run(string? secret)
    {
        if (await links.Find(secret, LinkPurposes.Stop) is not { } link) return Refusals.LinkNotValid;
        return await db.Write<MailedThread>(async tx =>
        {
            var thread = (await threads.Lock(tx, link.Thread))!;
            await links.MarkUsed(tx, link.Id);
            if (thread.Email is not null) thread = await writer.Change(tx, thread, thread with { Email = null, EmailConfirmedAt = null });
            return MailedThread.Of(await sites.Get(tx, thread.Site), thread, address);
        });
    }
}
