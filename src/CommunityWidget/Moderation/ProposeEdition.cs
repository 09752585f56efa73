using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation;

/// <summary>
/// A closed conversation whose visitor agreed to all that was said in it becomes a draft for moderators, or a page at once where the site's policy says so. A later rating
/// that takes the consent back takes the draft back too, and withdraws the page.
/// News may come twice: the thread's own publication state makes it safe.
/// </summary>
public sealed class ProposeEdition(Db db, ThreadStore threads, ThreadWriter writer, SettlePublication settle, ProposedPages proposed, SiteStore sites, EditionStore editions, DraftEdition draft, AskerNames names) : IOutboxHandler
{
    public bool Wants(string kind) => kind is "rated" or "thread.closed" or SettlePublication.ConsentNews;

    public async Task Handle(OutboxMessage message)
    {
        if (await threads.Find(message.Thread) is not { } known) return;
        var wasPublic = PublicationLine.IsRatedBadly(known) && await editions.WasPublic(known.Id);
        if (PublicationLine.Settle(known, wasPublic) == known.Publication) return;
        var (site, seen) = (await sites.Get(known.Site), await threads.Events(message.Thread, 0));
        // Before anybody waits for it: as a rule nothing happens between this look and the lock.
        var asker = await names.Of(known.Id);
        var made = draft.Make(site, known.Language, seen, asker);
        var done = await db.Write<Done>(async tx =>
        {
            if (await threads.Lock(tx, message.Thread) is not { } thread) return Done.It;
            // Not only what was said since: what was taken away or erased leaves the last number as it was.
            var rows = await threads.Events(tx, thread.Id);
            var called = await names.Of(tx, thread.Id);
            var says = called == asker && rows.SequenceEqual(seen) ? made : draft.Make(site, thread.Language, rows, called);
            var wasShown = PublicationLine.IsRatedBadly(thread) && await editions.WasPublic(tx, thread.Id);
            if (PublicationLine.Propose(thread, wasShown).Value is { } review && await Consents.CoverAll(tx, thread)) await proposed.Add(tx, site, await writer.Change(tx, thread, review), says);
            else await settle.Run(tx, thread);
            return Done.It;
        });
        StorageAwayException.ThrowIf(done.Refusal);
        if (done.Refusal is { } refusal && refusal != Refusals.NotFound) throw new IOException(refusal.Message);
    }
}
