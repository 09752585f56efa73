using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// Erases one thing that somebody without an account wrote on a public page: on its way past a moderator, on the page and wherever that page went, in every wording since. A
/// report goes with its row; what was decided about the page stays decided.
/// </summary>
public sealed class EraseReaderWords(Db db, ThreadStore threads, FindReaderWords find, EditionEdits edits, AuditLog audit, Scrub scrub, TimeProvider clock)
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
        var gone = await db.Write<Done>(async tx =>
        {
            // Whoever decides about it, words its page anew or merges that page waits for this.
            await threads.Lock(tx, words.Thread);
            if (words.Page is { } page) await Answer(tx, page, words);
            else await tx.Execute("delete from reports where site = @Site and public_id = @PublicId", words);
            await audit.Erased(tx, words.Site, $"{words.Kind}.erased", words.PublicId, by);
            return Done.It;
        });
        if (gone.Refusal is not null) return gone;
        await scrub.Run();
        return Done.It;
    }

    private async Task Answer(Tx tx, Guid page, ReaderWords words)
    {
        // Read anew: it may have gone onto its page since it was found.
        var states = await tx.Query<string>("select state from proposed_answers where page = @page and member is null and author_name = @Name and at = @At", new { page, words.Name, words.At });
        await tx.Execute("delete from proposed_answers where page = @page and member is null and author_name = @Name and at = @At", new { page, words.Name, words.At });
        if (states.Count == 0 || states.Contains(ProposedStates.Published)) await edits.RemoveOfReader(tx, page, words.Name ?? "", words.At, clock.NowMs());
    }
}

/// <summary>Why somebody of the site erases what a reader wrote. A word of ours, so that the audit repeats nothing of it.</summary>
public static class EraseReasons
{
    public const string Asked = "asked", Personal = "personal", Unlawful = "unlawful", Other = "other";

    public static readonly IReadOnlyList<string> Known = [Asked, Personal, Unlawful, Other];
}
