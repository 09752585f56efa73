using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// A closed conversation whose visitor agreed becomes a draft for moderators, or a page at once where the site's policy says so. A later rating
/// that takes the consent back takes the draft back too, and withdraws the page.
/// News may come twice: the thread's own publication state makes it safe.
/// </summary>
public sealed class ProposeEdition(Db db, ThreadStore threads, ThreadWriter writer, SettlePublication settle, ProposedPages proposed, SiteStore sites, DraftEdition draft) : IOutboxHandler
{
    public bool Wants(string kind) => kind is "rated" or "thread.closed" or SettlePublication.ConsentNews;

    // Whoever says something between our look and the lock is heard at the next look.
    private const int Looks = 4;

    public async Task Handle(OutboxMessage message)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await threads.Find(message.Thread) is not { } known || PublicationLine.Settle(known) == known.Publication) return;
            var (site, rows) = (await sites.Get(known.Site), await threads.Events(message.Thread, 0));
            var made = draft.Make(site, known.Language, rows);
            var done = await db.Write<Done>(async tx =>
            {
                if (await threads.Lock(tx, message.Thread) is not { } thread) return Done.It;
                if (thread.LastSeq != rows[^1].Seq) return Refusals.ChangedMeanwhile;
                if (PublicationLine.Propose(thread).Value is { } review) await proposed.Add(tx, site, await writer.Change(tx, thread, review), made);
                else await settle.Run(tx, thread);
                return Done.It;
            });
            if (done.Refusal is null) return;
            if (done.Refusal != Refusals.ChangedMeanwhile) throw new IOException(done.Refusal.Message);
        }
    }
}
