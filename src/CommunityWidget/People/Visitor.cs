using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Someone on the shop's page who acted: no account, no cookie, an opaque token.</summary>
public sealed record Visitor
{
    public Guid Id { get; init; }
    public Guid Site { get; init; }
    public string? Name { get; init; }

    /// <summary>Who they are in the shop, as a hash; null while the shop has not said so. The one never becomes the other.</summary>
    public string? Subject { get; init; }

    public bool IsSigned => Subject is not null;

    /// <summary>The one thread they may reach, for who came by a mail's link; null for whoever asked from this browser.</summary>
    public Guid? OnlyThread { get; init; }

    /// <summary>The token of this device, as a hash, for whom the shop has named or who came by a mail's link; null for everybody else.</summary>
    public string? Session { get; init; }

    /// <summary>Until when the device is known by it.</summary>
    public long SessionEnds { get; init; }

    /// <summary>On which day they were last seen to be somewhere, in days since 1970; null where that was not looked at.</summary>
    public long? PlaceDay { get; init; }

    public bool MayReach(Guid thread) => OnlyThread is null || OnlyThread == thread;

    public Person AsPerson() => new(null, Name, "visitor");
}

/// <summary>Where a visitor is, known again until the day ends.</summary>
/// <param name="Mark">The address, hashed under the key of the day.</param>
/// <param name="Day">In days since 1970.</param>
public sealed record VisitorPlace(string Mark, long Day);

/// <summary>Visitors as rows; only a hash of each token is kept.</summary>
public sealed class VisitorStore(Db db, TimeProvider clock)
{
    // As long as a widget remembers.
    private const long PassMs = 30L * 24 * 3_600 * 1_000;

    private const string ByHash = "select id, site, name, subject, place_day from visitors where site = @site and token_hash = @hash";

    private const string OfPass =
        "select v.id, v.site, v.name, v.subject, p.token_hash as session, p.expires_at as session_ends, p.thread as only_thread, v.place_day from visitor_passes p join visitors v on v.id = p.visitor";

    private const string ByPass = $"{OfPass} where p.token_hash = @hash and p.expires_at > @now and v.site = @site";

    private const string OfSession =
        "select v.id, v.site, v.name, v.subject, s.token_hash as session, s.expires_at as session_ends, null as only_thread, v.place_day from visitor_sessions s join visitors v on v.id = s.visitor";

    // Revoked while somebody was just named by it.
    private const string ByGoodKey = "not exists (select 1 from identity_keys k where k.id = s.key and k.revoked_at is not null)";

    private const string BySession = $"{OfSession} where {ByGoodKey} and s.token_hash = @hash and s.expires_at > @now and v.site = @site";

    /// <summary>Makes a visitor and the token that is theirs alone.</summary>
    public async Task<Reply<VisitorWelcome>> Welcome(Guid site, VisitorPlace? place = null)
    {
        var token = Secret.New();
        return await db.Write<VisitorWelcome>(async tx =>
        {
            await tx.Execute(
                "insert into visitors (id, site, token_hash, name, created_at, place, place_day) values (@Id, @Site, @Hash, null, @Now, @Mark, @Day)",
                new { Id = clock.NewId(), Site = site, Hash = Secret.Hash(token), Now = clock.NowMs(), place?.Mark, place?.Day });
            return new VisitorWelcome(token);
        });
    }

    /// <summary>Whoever sent a form, by its mark: nobody holds a token of theirs, and the same form again is sent by the same visitor.</summary>
    public Task<Visitor?> OfForm(Guid site, string mark) => db.Find<Visitor>(ByHash, new { site, hash = OfForm(mark) });

    /// <summary>Makes that visitor, once however many send the form in the same moment.</summary>
    public Task<Reply<Visitor>> WelcomeByForm(Guid site, string mark, VisitorPlace? place) => db.Write<Visitor>(async tx =>
    {
        await tx.Execute(
            "insert into visitors (id, site, token_hash, name, created_at, place, place_day) values (@Id, @Site, @Hash, null, @Now, @Mark, @Day) on conflict (token_hash) do nothing",
            new { Id = clock.NewId(), Site = site, Hash = OfForm(mark), Now = clock.NowMs(), place?.Mark, place?.Day });
        return (await tx.Find<Visitor>(ByHash, new { site, hash = OfForm(mark) }))!;
    });

    /// <summary>Whose token it is on this site; a token of another site opens nothing.</summary>
    public async Task<Visitor?> ByToken(Guid site, string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var hash = Secret.Hash(token);
        var now = clock.NowMs();
        return await db.Find<Visitor>(ByHash, new { site, hash }) ?? await db.Find<Visitor>(BySession, new { site, hash, now }) ?? await db.Find<Visitor>(ByPass, new { site, hash, now });
    }

    /// <summary>A token that opens one thread of a visitor, for whoever follows a mail's link on another browser.</summary>
    public async Task<string> Pass(Tx tx, Guid visitor, Guid thread)
    {
        var (token, now) = (Secret.New(), clock.NowMs());
        await tx.Execute(
            "insert into visitor_passes (token_hash, visitor, thread, created_at, expires_at) values (@hash, @visitor, @thread, @now, @until)",
            new { hash = Secret.Hash(token), visitor, thread, now, until = now + PassMs });
        return token;
    }

    /// <summary>Drops passes that open nothing any more.</summary>
    public Task ForgetPasses() => db.Write<Done>(async tx =>
    {
        await tx.Execute("delete from visitor_passes where expires_at <= @now", new { now = clock.NowMs() });
        return Done.It;
    });

    public Task<Visitor?> Find(Guid id) => db.Find<Visitor>("select id, site, name, subject from visitors where id = @id", new { id });

    /// <summary>Those of these whose own token still opens something: it was not given up.</summary>
    public async Task<IReadOnlyList<Visitor>> Present(Tx tx, IReadOnlyCollection<Guid> ids) => ids.Count == 0 ? [] :
        await tx.Query<Visitor>($"select id, site, name, subject from visitors where {tx.Dialect.In("id", "@ids")} and left_at is null", new { ids });

    /// <summary>Who gave their token up since a moment.</summary>
    public Task<IReadOnlyList<Guid>> LeftSince(long time) => db.Query<Guid>("select id from visitors where left_at > @time", new { time });

    /// <summary>Whose these devices are, but for those that were signed out or are known no longer.</summary>
    public async Task<IReadOnlyList<Visitor>> OfSessions(Tx tx, string[] hashes) => hashes.Length == 0 ? [] : await tx.Query<Visitor>(
        $"{OfSession} where {ByGoodKey} and {tx.Dialect.AnyOf("s.token_hash", "@hashes")} and s.expires_at > @now union all {OfPass} where {tx.Dialect.AnyOf("p.token_hash", "@hashes")} and p.expires_at > @now", new { hashes = tx.Dialect.Texts(hashes), now = clock.NowMs() });

    /// <summary>Which of these devices are still known.</summary>
    public Task<IReadOnlyList<string>> Standing(string[] hashes) => db.Query<string>(
        $"{Known("visitor_sessions")} and {ByGoodKey} union all {Known("visitor_passes")}", new { hashes = db.Dialect.Texts(hashes), now = clock.NowMs() });

    private string Known(string tokens) => $"select token_hash from {tokens} s where {db.Dialect.AnyOf("token_hash", "@hashes")} and expires_at > @now";

    /// <summary>Reads for change what opens the door to them; null when there is nobody any more.</summary>
    public Task<string?> Lock(Tx tx, Guid id) => tx.Find<string>($"select token_hash from visitors where id = @id{tx.Dialect.ForUpdate}", new { id });

    public Task<IReadOnlyList<Visitor>> Find(IReadOnlyCollection<Guid> ids) =>
        db.Query<Visitor>($"select id, site, name, subject from visitors where {db.Dialect.In("id", "@ids")}", new { ids });

    /// <summary>People who asked elsewhere: nobody holds a token of theirs.</summary>
    public Task AddAbsent(Tx tx, IReadOnlyList<Visitor> visitors)
    {
        var rows = new Rows(
            "absent",
            ("id", visitors.Select(v => v.Id).ToArray()),
            ("site", visitors.Select(v => v.Site).ToArray()),
            ("token_hash", visitors.Select(v => $"absent {v.Id}").ToArray()),
            ("name", visitors.Select(v => v.Name).ToArray()),
            ("created_at", visitors.Select(_ => clock.NowMs()).ToArray()));
        return tx.Run(new RowStatement($"insert into visitors ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
    }

    // No token hashes to it.
    private static string OfForm(string mark) => $"form {mark}";

    /// <summary>By another name from now on; the one before is kept, for whoever helped them knows them by it.</summary>
    public async Task Rename(Tx tx, Guid id, string name)
    {
        var renamed = new { id, name, now = clock.NowMs() };
        await tx.Execute("insert into visitor_names (visitor, name, until) select id, name, @now from visitors where id = @id and name <> @name on conflict (visitor, name) do update set until = excluded.until", renamed);
        await tx.Execute("update visitors set name = @name where id = @id", renamed);
        // Called so again, it is none of those before.
        await tx.Execute("delete from visitor_names where visitor = @id and name = @name", renamed);
    }
}

/// <summary>Secrets handed out once and kept as a hash.</summary>
public static class Secret
{
    /// <summary>256 random bits, safe in addresses.</summary>
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A random secret needs no salt.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
