using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// Erases everything a visitor ever said here, with what was made of it: messages, names, addresses, pages, tags, words to search by. What stays are
/// numbers and empty places. Called again, it goes on where it was broken off.
/// </summary>
public sealed class EraseVisitor(Db db, EraseThread erase, PageChanges pages, EditionEdits edits, OutOfSight sight, SiteStore sites, Silences silences, ConductSignal signal, AuditLog audit, Scrub scrub, TimeProvider clock)
{
    // Longer than any node takes to look at its open sockets.
    private const long KnownMs = 60_000;

    /// <summary>By whoever may administer the site.</summary>
    public async Task<Reply<Erased>> Run(MemberCaller by, Guid visitor)
    {
        if (await db.Find<Guid?>("select id from visitors where id = @visitor and site = @site", new { visitor, site = by.Site.Id }) is null) return Refusals.NotFound;
        return await Erase(by.Site.Id, visitor, by.Id);
    }

    /// <summary>By themselves.</summary>
    public async Task<Reply<Erased>> Run(VisitorCaller by) =>
        // A mail's link opens one conversation; it may be anybody's who reads that mail.
        by.Visitor.OnlyThread is null ? await Erase(by.Site.Id, by.Id, by: null) : Refusals.NotAllowed;

    private async Task<Reply<Erased>> Erase(Guid site, Guid visitor, Guid? by)
    {
        // First nobody can come in any more, then what was said goes.
        var shut = await db.Write<Done>(async tx =>
        {
            foreach (var sql in ErasureSql.OfVisitor) await tx.Execute(sql, new { visitor, visitorText = visitor.ToString(), nobody = $"{Silences.ErasedMark}{visitor}", until = clock.NowMs() + KnownMs, now = clock.NowMs(), no = false });
            await audit.Erased(tx, site, by, "visitor.erased", visitor);
            return Done.It;
        });
        if (shut.Refusal is { } away) return away;
        await silences.Refresh();
        var count = 0;
        while (await db.Query<Guid>("select id from threads where visitor = @visitor and erased_at is null order by asked_at limit 100", new { visitor }) is { Count: > 0 } threads)
        {
            foreach (var thread in threads)
            {
                // One at a time: a thread is locked before the members in it, everywhere.
                if ((await db.Write<Done>(tx => Erase(tx, thread))).Refusal is { } refusal) return refusal;
                count++;
            }
        }
        await scrub.Run();
        // Last, so that the page that asked has its answer before its line ends; until then no line of theirs can ask anything.
        signal.Raise();
        return new Erased(count, clock.NowMs());
    }

    private async Task<Reply<Done>> Erase(Tx tx, Guid thread)
    {
        if (await erase.Run(tx, thread) is null) return Done.It;
        var hidden = await sight.Hidden(tx, thread);
        // Locked, so that no reader adds an answer to what is just going.
        foreach (var page in await tx.Query<Guid>($"select id from pages where thread = @thread{tx.Dialect.ForUpdate}", new { thread }))
        {
            await edits.RemoveMerged(tx, page, clock.NowMs());
            await pages.Tell(tx, page);
        }
        foreach (var sql in ErasureSql.OfThread) await tx.Execute(sql, new { thread, now = clock.NowMs() });
        await tx.Execute(tx.Dialect.Search.Forget, new { thread });
        // What was reported of a double went with it, and nobody has anything left to decide.
        foreach (var page in hidden.Where(page => page.Thread != thread)) await sight.Show(tx, await sites.Get(tx, page.Site), [page]);
        return Done.It;
    }
}

/// <summary>What an erasure came to.</summary>
/// <param name="Threads">How many conversations.</param>
/// <param name="At">When it was done.</param>
public sealed record Erased(int Threads, long At);
