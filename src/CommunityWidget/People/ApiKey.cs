using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>What lets a program of the site read and answer, as one of its members. The key itself is shown once and kept as a hash.</summary>
public sealed record ApiKey
{
    public const string Read = "read", Answer = "answer";

    /// <summary>What every key begins with, so that one that leaked is recognised.</summary>
    public const string Start = "cwk_";

    public static readonly IReadOnlyList<string> AllScopes = [Read, Answer];

    public Guid Id { get; init; }
    public Guid Site { get; init; }

    /// <summary>Who it acts as.</summary>
    public Guid Member { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The key's first characters, to tell it from others.</summary>
    public string Prefix { get; init; } = "";

    public string KeyHash { get; init; } = "";

    /// <summary>Of <see cref="AllScopes"/>, separated by spaces.</summary>
    public string Scopes { get; init; } = "";

    public long CreatedAt { get; init; }

    /// <summary>To the minute.</summary>
    public long? LastUsedAt { get; init; }

    public long? RevokedAt { get; init; }

    public bool May(string scope) => Scopes.Split(' ').Contains(scope);
}

/// <summary>Keys as rows.</summary>
public sealed class ApiKeyStore(Db db, TimeProvider clock)
{
    private const long MinuteMs = 60_000;

    /// <summary>The key somebody sent, if it opens anything.</summary>
    public async Task<ApiKey?> ByKey(string key)
    {
        if (!key.StartsWith(ApiKey.Start, StringComparison.Ordinal)) return null;
        return await db.Find<ApiKey>("select * from api_keys where key_hash = @hash and revoked_at is null", new { hash = Secret.Hash(key) });
    }

    public Task<IReadOnlyList<ApiKey>> OfSite(Guid site) =>
        db.Query<ApiKey>("select * from api_keys where site = @site and revoked_at is null order by created_at, id", new { site });

    /// <summary>One of a site's own, revoked ones too.</summary>
    public Task<ApiKey?> Find(Tx tx, Guid site, Guid id) => tx.Find<ApiKey>("select * from api_keys where id = @id and site = @site", new { site, id });

    public Task<long> Count(Tx tx, Guid site) => tx.Find<long>("select count(*) from api_keys where site = @site and revoked_at is null", new { site });

    public Task Add(Tx tx, ApiKey key) => tx.Execute(
        """
        insert into api_keys (id, site, member, name, prefix, key_hash, scopes, created_at)
        values (@Id, @Site, @Member, @Name, @Prefix, @KeyHash, @Scopes, @CreatedAt)
        """,
        key);

    /// <summary>Ends a key, or lets it open again; false when it was so already.</summary>
    public async Task<bool> SetRevoked(Tx tx, Guid site, Guid id, bool revoked) => await tx.Execute(
        revoked
            ? "update api_keys set revoked_at = @now where id = @id and site = @site and revoked_at is null"
            : "update api_keys set revoked_at = null where id = @id and site = @site and revoked_at is not null",
        new { id, site, now = clock.NowMs() }) == 1;

    /// <summary>Remembers that it was used, once a minute.</summary>
    public async Task Touch(ApiKey key)
    {
        var now = clock.NowMs();
        if (key.LastUsedAt > now - MinuteMs) return;
        await db.Write<Contracts.Done>(async tx =>
        {
            await tx.Execute("update api_keys set last_used_at = @now where id = @Id", new { key.Id, now });
            return Contracts.Done.It;
        });
    }
}
