using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>Whoever reads an address's mail says that it is theirs. Pressed again it says so again.</summary>
public sealed class ConfirmEmail(Db db, MailLinks links, ThreadStore threads, ThreadWriter writer, TellPublished published, SiteStore sites, PublicAddress address, TimeProvider clock)
{
    public async Task<Reply<MailedThread>> Run(string? secret)
    {
        if (await links.Find(secret, LinkPurposes.Confirm) is not { } found) return Refusals.LinkNotValid;
        return await db.Write<MailedThread>(async tx =>
        {
            var thread = (await threads.Lock(tx, found.Thread))!;
            // The lock first, then again: the address may have been changed in between.
            if (await links.Find(tx, secret!, LinkPurposes.Confirm) is not { } link || thread.Email is null) return Refusals.LinkNotValid;
            await links.MarkUsed(tx, link.Id);
            if (thread.EmailConfirmedAt is null) thread = await Confirmed(tx, thread);
            return MailedThread.Of(await sites.Get(tx, thread.Site), thread, address);
        });
    }

    private async Task<ThreadRecord> Confirmed(Tx tx, ThreadRecord thread)
    {
        var confirmed = await writer.Change(tx, thread, thread with { EmailConfirmedAt = clock.NowMs() });
        // Published at once, or found a double, before they came to press the link: they were promised to hear of it.
        if (confirmed.Publication is Publications.Published or Publications.Rejected) await published.Confirmed(tx, confirmed.Id);
        return confirmed;
    }
}

/// <summary>What a page of ours may say about the question a mail is about.</summary>
/// <param name="Site">The shop.</param>
/// <param name="Back">The page it was asked on, if we may send people there.</param>
public sealed record MailedThread(string Site, string? Back)
{
    public static MailedThread Of(Site site, ThreadRecord thread, PublicAddress address) => new(site.Name, WayBack.PageOf(site, thread, address));
}
