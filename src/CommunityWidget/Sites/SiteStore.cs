using CommunityWidget.Database;

namespace CommunityWidget.Sites;

/// <summary>The sites, by the three names they go by. Few, read at every request, so each is remembered until it is saved again.</summary>
public sealed class SiteStore(Db db)
{
    private volatile IReadOnlyList<Site>? _all;

    public async ValueTask<Site?> ByKey(string? key) => (await All()).FirstOrDefault(s => s.Key == key);

    public async ValueTask<Site?> BySlug(string? slug) => (await All()).FirstOrDefault(s => s.Slug == slug);

    public async ValueTask<Site> Get(Guid id) => (await All()).First(s => s.Id == id);

    public async ValueTask<IReadOnlyList<Site>> All() => _all ??= await db.Query<Site>("select * from sites order by created_at");

    public async Task Add(Tx tx, Site site)
    {
        await tx.Execute(
            """
            insert into sites (id, key, slug, name, origins, languages, topics, hours, ladder, accent, query_allow, created_at)
            values (@Id, @Key, @Slug, @Name, @Origins, @Languages, @Topics, @Hours, @Ladder, @Accent, @QueryAllow, @CreatedAt)
            """,
            site);
        tx.AfterCommit(() => { Forget(); return Task.CompletedTask; });
    }

    /// <summary>Reads the rows anew at the next request.</summary>
    public void Forget() => _all = null;
}
