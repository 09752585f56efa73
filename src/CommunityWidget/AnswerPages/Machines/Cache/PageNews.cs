using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// Told by everything that writes pages or answers, within its transaction: whether the page is worth finding is settled with the change, and what
/// was kept of it is dropped on every node once the change is durable.
/// </summary>
public sealed class PageNews(AnswerCache cache)
{
    /// <summary>An accepted answer, or one of more than a few words: what search engines may be sent to.</summary>
    public const int FewCharacters = 80;

    /// <summary>A reader sees something else than before.</summary>
    public async Task Changed(Tx tx, Guid page)
    {
        if (await Weigh(tx, page) is { } site) tx.AfterCommit(() => Drop(() => cache.Drop(site, page)));
    }

    /// <summary>A page appeared or is to be seen no more, nor its title anywhere else.</summary>
    public async Task CameOrWent(Tx tx, Guid page)
    {
        if (await Weigh(tx, page) is { } site) tx.AfterCommit(() => Drop(() => cache.Drop(site)));
    }

    /// <summary>The same, of the page a thread has, if it has one.</summary>
    public async Task CameOrWentOf(Tx tx, Guid thread)
    {
        if (await tx.Find<Guid?>("select id from pages where thread = @thread", new { thread }) is { } page) await CameOrWent(tx, page);
    }

    private static Task<Guid?> Weigh(Tx tx, Guid page) => tx.Find<Guid?>(
        """
        update pages set thin = case when exists (
            select 1 from answers a where a.page = @page and (a.state = 'accepted' or (a.state = 'suggested' and length(trim(a.body)) >= @FewCharacters))) then 0 else 1 end
        where id = @page returning site
        """,
        new { page, FewCharacters });

    private static Task Drop(Action drop)
    {
        drop();
        return Task.CompletedTask;
    }
}
