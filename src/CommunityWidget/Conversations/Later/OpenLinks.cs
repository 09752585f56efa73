using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations.Later;

/// <summary>A link like a mail's, given on a page instead: for whoever asked without script, whose browser keeps no token.</summary>
public sealed class OpenLinks(Db db, MailLinks links, ThreadStore threads)
{
    /// <summary>What stands behind the <c>#</c> of an address with the widget on it, so that the conversation opens there.</summary>
    public async Task<Reply<string>> Make(Site site, string threadId)
    {
        if (await threads.Find(site.Id, threadId) is not { } known) return Refusals.NotFound;
        return await db.Write<string>(async tx =>
        {
            var thread = (await threads.Lock(tx, known.Id))!;
            // Their own question needs no mail. From here on, what is said is told to whoever comes by a link.
            await tx.Execute("update threads set mail_seq = 1 where id = @Id and mail_seq = 0", thread);
            return WayBack.Mark + await links.Make(tx, thread.Id, LinkPurposes.Open);
        });
    }
}
