using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>By a mail's link a visitor takes their consent back, and the page with it. Pressed again it says so again.</summary>
public sealed class WithdrawConsent(Db db, MailLinks links, ThreadStore threads, Consents consents, SiteStore sites, PublicAddress address)
{
    public async Task<Reply<MailedThread>> Run(string? secret)
    {
        if (await links.Find(secret, LinkPurposes.Withdraw) is not { } link) return Refusals.LinkNotValid;
        return await db.Write<MailedThread>(async tx =>
        {
            var thread = (await threads.Lock(tx, link.Thread))!;
            await links.MarkUsed(tx, link.Id);
            thread = await consents.Say(tx, thread, version: null, ConsentWays.Mail);
            return MailedThread.Of(await sites.Get(tx, thread.Site), thread, address);
        });
    }
}
