using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// Erases one thing that somebody without an account wrote on a public page: on its way past a moderator, on the page and wherever that page went, in every wording since. What
/// was decided about a page that was reported stays decided. A row without a word stays for a day, so that nobody sends more a day by erasing in between.
/// </summary>
public sealed class EraseReaderWords(Db db, ThreadStore threads, FindReaderWords find, ProposedStore proposed, ReportStore reports, EditionEdits edits, AuditLog audit, Scrub scrub, TimeProvider clock)
{
    /// <summary>By whoever wrote it: they have shown its key.</summary>
    public Task<Reply<Done>> Run(ReaderWords words) => Erase(words, by: null);

    /// <summary>By whoever may administer the site, with a reason of <see cref="EraseReasons"/>.</summary>
    public async Task<Reply<Done>> Run(MemberCaller by, string kind, string id, string? reason)
    {
        if (EraseReasons.Known.FirstOrDefault(known => known == reason) is not { } why) return Refusals.NotUnderstood;
        return await find.Find(by.Site.Id, kind, id) is { } words ? await Erase(words, (by.Id, why)) : Refusals.NotFound;
    }

    private async Task<Reply<Done>> Erase(ReaderWords words, (Guid, string)? by)
    {
        var (isNews, wasPublic) = (false, false);
        var gone = await db.Write<Done>(async tx =>
        {
            // Whoever decides about it, words its page anew or merges that page waits for this.
            await threads.Lock(tx, words.Thread);
            (var isNews, wasPublic) = words.Page is { } page ? await Answer(tx, page, words) : (await reports.Empty(tx, words.Site, words.PublicId, clock.NowMs()), false);
            // Pressed twice at once: what was written since is nobody's business here.
            if (!isNews) return Done.It;
            await audit.Erased(tx, words.Site, $"{words.Kind}.erased", words.PublicId, by);
            return Done.It;
        });
        if (gone.Refusal is not null) return gone;
        await scrub.Run(wasPublic);
        return Done.It;
    }

    // Whether there was something, and whether somebody could read it.
    private async Task<(bool IsNews, bool WasPublic)> Answer(Tx tx, Guid page, ReaderWords words)
    {
        // Read anew: it may have gone onto its page since it was found.
        var states = await proposed.Empty(tx, page, words.Name ?? "", words.At, clock.NowMs());
        var wasPublic = await edits.RemoveOfReader(tx, page, (words.Name ?? "", words.At), states.Contains(ProposedStates.Published), clock.NowMs());
        return (wasPublic || states.Count > 0, wasPublic);
    }
}

/// <summary>Why somebody of the site erases what a reader wrote. A word of ours, so that the audit repeats nothing of it.</summary>
public static class EraseReasons
{
    public const string Asked = "asked", Personal = "personal", Unlawful = "unlawful", Other = "other";

    public static readonly IReadOnlyList<string> Known = [Asked, Personal, Unlawful, Other];
}
