using CommunityWidget.Database;

namespace CommunityWidget.Sites;

/// <summary>The sites, by the three names they go by. Few, read at every request, so each is remembered until it is saved again.</summary>
public sealed class SiteStore(Db db)
{
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<Site>? _all;
    private int _saved;

    public async ValueTask<Site?> ByKey(string? key) => (await All()).FirstOrDefault(s => s.Key == key);

    public async ValueTask<Site?> BySlug(string? slug) => (await All()).FirstOrDefault(s => s.Slug == slug);

    public async ValueTask<Site> Get(Guid id) => (await All()).First(s => s.Id == id);

    public async ValueTask<IReadOnlyList<Site>> All()
    {
        if (_all is { } known) return known;
        var before = Volatile.Read(ref _saved);
        var read = await db.Query<Site>("select * from sites order by created_at");
        // Rows read before somebody saved are not remembered after.
        lock (_gate) if (before == _saved) _all = read;
        return read;
    }

    /// <summary>Reads the row for change.</summary>
    public Task<Site?> Lock(Tx tx, Guid id) => tx.Find<Site>($"select * from sites where id = @id{tx.Dialect.ForUpdate}", new { id });

    public async Task<bool> IsTaken(Tx tx, string slug, Guid by) =>
        await tx.Find<long>("select count(*) from sites where slug = @slug and id <> @by", new { slug, by }) > 0;

    public async Task Add(Tx tx, Site site)
    {
        await tx.Execute(
            """
            insert into sites (id, key, slug, name, origins, languages, topics, hours, ladder, accent, query_allow, retention, created_at)
            values (@Id, @Key, @Slug, @Name, @Origins, @Languages, @Topics, @Hours, @Ladder, @Accent, @QueryAllow, @Retention, @CreatedAt)
            """,
            site);
        ForgetAfter(tx);
    }

    /// <summary>Writes what its owner may change; the key in the shop's tags stays.</summary>
    public async Task Save(Tx tx, Site site)
    {
        await tx.Execute(
            """
            update sites set slug = @Slug, name = @Name, origins = @Origins, languages = @Languages, topics = @Topics, hours = @Hours,
                ladder = @Ladder, accent = @Accent, query_allow = @QueryAllow, retention = @Retention
            where id = @Id
            """,
            site);
        ForgetAfter(tx);
    }

    /// <summary>Reads the rows anew at the next request.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _saved++;
            _all = null;
        }
    }

    private void ForgetAfter(Tx tx) => tx.AfterCommit(() => { Forget(); return Task.CompletedTask; });
}
