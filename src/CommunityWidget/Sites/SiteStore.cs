using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Redis;

namespace CommunityWidget.Sites;

/// <summary>
/// The sites, by the names they go by and went by. Few, read at every request, so they are remembered: until one is saved here, another node says
/// that it saved one, or a few seconds have passed in which that word may have been lost.
/// </summary>
public sealed class SiteStore
{
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(3), Unknown = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMilliseconds(300);

    private readonly Db _db;
    private readonly TimeProvider _clock;
    private readonly Hints _hints;
    private readonly Lock _gate = new();
    private volatile Remembered? _all;
    private bool _reading;
    private int _saved;

    public SiteStore(Db db, TimeProvider clock, Hints hints)
    {
        (_db, _clock, _hints) = (db, clock, hints);
        hints.OnHeard(Hints.Sites, Forget);
    }

    public ValueTask<Site?> ByKey(string? key) => Find(known => known.Where(s => s.Key == key));

    public ValueTask<Site?> BySlug(string? slug) => Find(known => known.Where(s => s.Slug == slug));

    /// <summary>By the short name it has or one it had before; <see cref="Site.Slug"/> is the one it has.</summary>
    public ValueTask<Site?> ByAnySlug(string? slug) => Find(known => known.Where(s => s.Slug == slug) ?? known.Formerly(slug));

    /// <summary>As it was known last, for what has to be said while the database is away; null where nobody knows it, and finding it out fails or takes long.</summary>
    public async Task<Site?> Recall(string slug)
    {
        try
        {
            return (_all ?? await Read().WaitAsync(Patience, _clock)).Where(s => s.Slug == slug);
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>By an id that stands in a row of ours: there is one, however lately another node made it.</summary>
    public async ValueTask<Site> Get(Guid id) =>
        (await Known()).Where(s => s.Id == id) ?? (await Read()).Where(s => s.Id == id) ?? throw new InvalidOperationException($"There is no site {id}.");

    /// <summary>Inside a transaction, which never waits for a second connection while it holds one: as remembered, else by its own.</summary>
    public async ValueTask<Site> Get(Tx tx, Guid id) =>
        _all?.Where(s => s.Id == id) ?? await AsItIs(tx, id);

    /// <summary>As its row is now: for what must not be done by settings another node has just changed.</summary>
    public async Task<Site> AsItIs(Tx tx, Guid id) => (await tx.Find<Site>("select * from sites where id = @id", new { id }))!;

    public async ValueTask<IReadOnlyList<Site>> All() => (await Known()).Sites;

    /// <summary>The one that was made first, as it is now rather than as remembered; null while there is none.</summary>
    public Task<Site?> Oldest(Tx tx) => tx.Find<Site>("select * from sites order by created_at limit 1");

    /// <summary>Reads the row for change.</summary>
    public Task<Site?> Lock(Tx tx, Guid id) => tx.Find<Site>($"select * from sites where id = @id{tx.Dialect.ForUpdate}", new { id });

    /// <summary>Another site has this short name, or had it: what it was called leads to its pages for good.</summary>
    public async Task<bool> IsTaken(Tx tx, string slug, Guid by) => await tx.Find<long>(
        "select count(*) from (select id from sites where slug = @slug union all select site from site_slugs where slug = @slug) named where id <> @by", new { slug, by }) > 0;

    public async Task Add(Tx tx, Site site)
    {
        await tx.Execute(
            """
            insert into sites (id, key, slug, name, origins, languages, topics, hours, ladder, accent, query_allow, retention, answer_minutes, judging, review_policy, report_hide_after, created_at)
            values (@Id, @Key, @Slug, @Name, @Origins, @Languages, @Topics, @Hours, @Ladder, @Accent, @QueryAllow, @Retention, @AnswerMinutes, @Judging, @ReviewPolicy, @ReportHideAfter, @CreatedAt)
            """,
            site);
        ForgetAfter(tx);
    }

    /// <summary>Writes what its owner may change; the key in the shop's tags stays.</summary>
    public async Task Save(Tx tx, Site site)
    {
        await tx.Execute("insert into site_slugs (slug, site) select slug, id from sites where id = @Id and slug <> @Slug on conflict do nothing", new { site.Id, site.Slug });
        await tx.Execute("delete from site_slugs where slug = @Slug and site = @Id", new { site.Id, site.Slug });
        await tx.Execute(
            """
            update sites set slug = @Slug, name = @Name, origins = @Origins, languages = @Languages, topics = @Topics, hours = @Hours,
                ladder = @Ladder, accent = @Accent, query_allow = @QueryAllow, retention = @Retention, answer_minutes = @AnswerMinutes, judging = @Judging,
                strikes_to_propose = @StrikesToPropose, strike_days = @StrikeDays, review_policy = @ReviewPolicy, report_hide_after = @ReportHideAfter, identity_required = @IdentityRequired,
                answers_base = @AnswersBase
            where id = @Id
            """,
            site);
        ForgetAfter(tx);
    }

    /// <summary>Which version of the charter holds, and which one members must have agreed to.</summary>
    public async Task SaveCharter(Tx tx, Guid site, long version, long asked)
    {
        // A node of the version before moves the one number without the other.
        await tx.Execute(
            """
            update sites set charter_version = @version, charter_asked = @asked,
                charter_given = case when charter_given >= charter_version and charter_given >= @version then charter_given when charter_version >= @version then charter_version else @version end
            where id = @site
            """,
            new { site, version, asked });
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

    private async ValueTask<Remembered> Known()
    {
        var known = _all;
        if (known is not null && _clock.GetElapsedTime(known.At) < Remember) return known;
        if (known is null) return await Read();
        // Of what is only old one request reads the rows anew; the others need not wait for it, and it not for long: a silent database
        // costs its patience where it is needed.
        if (Interlocked.Exchange(ref _reading, true)) return known;
        try
        {
            return await ReadAgain(known).WaitAsync(Patience, _clock);
        }
        catch (TimeoutException)
        {
            return known;
        }
    }

    // A site that is not known may have been made on another node just now; names that nobody has cost a few reads a second at most.
    private async ValueTask<Site?> Find(Func<Remembered, Site?> which) => which(await Known())
        ?? (_all is { } known && _clock.GetElapsedTime(known.At) < Unknown ? null : which(await Read()));

    private async Task<Remembered> ReadAgain(Remembered known)
    {
        try
        {
            return await Read();
        }
        catch (DbException)
        {
            // The database is away: what needs it will say so.
            return known;
        }
        finally
        {
            Volatile.Write(ref _reading, false);
        }
    }

    private async Task<Remembered> Read()
    {
        var (now, before) = (_clock.GetTimestamp(), Volatile.Read(ref _saved));
        // The former names last: one that is given up in between is then known twice rather than not at all.
        var read = new Remembered(await _db.Query<Site>("select * from sites order by created_at"), await _db.Query<FormerName>("select slug, site from site_slugs"), now);
        // Rows read before somebody saved are not remembered after.
        lock (_gate) if (before == _saved) _all = read;
        return read;
    }

    private void ForgetAfter(Tx tx) => tx.AfterCommit(() =>
    {
        Forget();
        _hints.Tell(Hints.Sites);
        return Task.CompletedTask;
    });

    // At by time gone by, which nobody puts back.
    private sealed record Remembered(IReadOnlyList<Site> Sites, IReadOnlyList<FormerName> Former, long At)
    {
        public Site? Where(Func<Site, bool> which) => Sites.FirstOrDefault(which);

        public Site? Formerly(string? slug) => Former.FirstOrDefault(name => name.Slug == slug) is { } name ? Where(s => s.Id == name.Site) : null;
    }

    private sealed record FormerName
    {
        public string Slug { get; init; } = "";
        public Guid Site { get; init; }
    }
}
