using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// Hears of every change readers could see, within its transaction: whether the page is worth finding is settled with the change, and what
/// was kept of it is dropped on every node once the change is durable.
/// </summary>
public sealed class PageNews(AnswerCache cache) : IPageListener
{
    /// <summary>An accepted answer, or one of more than a few words: what search engines may be sent to.</summary>
    public const int FewCharacters = 80;

    private const string Weigh = """
        update pages set thin = case when exists (
            select 1 from answers a where a.page = pages.id and (a.state = 'accepted' or (a.state = 'suggested' and length(trim(a.body)) >= @FewCharacters))) then 0 else 1 end
        """;

    public async Task Changed(Tx tx, Guid page)
    {
        var found = await tx.Find<Weighed>($"{Weigh} where id = @page returning site, published_at", new { page, FewCharacters });
        // A draft stands nowhere: nothing that is kept shows it.
        if (found is not { PublishedAt: not null }) return;
        tx.AfterCommit(() =>
        {
            cache.Drop(found.Site, page);
            return Task.CompletedTask;
        });
    }

    // Nothing that is kept shows what was not there; lists are half a minute old at most, and nobody is told of each of a hundred thousand.
    public Task Came(Tx tx, IReadOnlyList<Guid> pages) => tx.Execute($"{Weigh} where {tx.Dialect.In("id", "@pages")}", new { pages, FewCharacters });

    private sealed record Weighed
    {
        public Guid Site { get; init; }
        public long? PublishedAt { get; init; }
    }
}
