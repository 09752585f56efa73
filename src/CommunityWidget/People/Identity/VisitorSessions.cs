using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People.Identity;

/// <summary>Customers the shop has named: one visitor each, however many devices, and a token for each device.</summary>
public sealed class VisitorSessions(Db db, TimeProvider clock)
{
    /// <summary>How long a device stays known without a new word from the shop.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>What is kept of how the shop calls a customer.</summary>
    public static string SubjectOf(Guid site, string customer) => Secret.Hash($"{site:N} {customer}");

    /// <summary>Marks a token's id as used; false when it was before.</summary>
    public async Task<bool> Use(Tx tx, Guid site, ReadIdentity identity) => await tx.Execute(
        "insert into used_identities (site, jti, expires_at) values (@site, @jti, @until) on conflict do nothing",
        new { site, jti = Secret.Hash(identity.TokenId), until = identity.ExpiresAt + (2 * (long)VerifyIdentity.Skew.TotalMilliseconds) }) == 1;

    /// <summary>The visitor of this customer, made at their first visit. Somebody nobody vouches for is never turned into them.</summary>
    public async Task<Visitor> Of(Tx tx, Guid site, string customer)
    {
        var subject = SubjectOf(site, customer);
        while (true)
        {
            await tx.Execute(
                "insert into visitors (id, site, token_hash, name, created_at, subject) values (@Id, @Site, @Nobody, null, @Now, @Subject) on conflict do nothing",
                new { Id = clock.NewId(), Site = site, Nobody = Secret.Hash(Secret.New()), Now = clock.NowMs(), Subject = subject });
            // Held until their device is written down: an erasure comes after it then, and takes it along. Nobody there was erased in between, and begins anew.
            if (await tx.Find<Visitor>($"select id, site, name, subject from visitors where site = @site and subject = @subject{tx.Dialect.ForUpdate}", new { site, subject }) is { } visitor) return visitor;
        }
    }

    /// <param name="tx">The transaction that uses the shop's word up.</param>
    /// <param name="visitor">Whose device it is.</param>
    /// <param name="key">By which the shop said so: revoked, it ends what it began.</param>
    public async Task<(string Token, long Until)> Begin(Tx tx, Guid visitor, Guid key)
    {
        var (token, now) = (Secret.New(), clock.NowMs());
        var until = now + (long)Life.TotalMilliseconds;
        await tx.Execute(
            "insert into visitor_sessions (token_hash, visitor, key, created_at, expires_at) values (@hash, @visitor, @key, @now, @until)",
            new { hash = Secret.Hash(token), visitor, key, now, until });
        return (token, until);
    }

    /// <summary>This token opens nothing any more, whoever kept it: signed out, shut down.</summary>
    /// <param name="site">Of which site.</param>
    /// <param name="token">As it was given out.</param>
    /// <param name="told">Done once it opened something, and may have lines open.</param>
    public Task<Reply<Done>> End(Guid site, string? token, Action told) => db.Write<Done>(async tx =>
    {
        var hash = Secret.Hash(token ?? "");
        var ended = await tx.Execute("delete from visitor_sessions where token_hash = @hash", new { hash }) + await tx.Execute("delete from visitor_passes where token_hash = @hash", new { hash });
        ended += await tx.Execute(
            "update visitors set token_hash = @nobody, left_at = @now where site = @site and token_hash = @hash", new { site, hash, nobody = Secret.Hash(Secret.New()), now = clock.NowMs() });
        if (ended > 0) tx.AfterCommit(() => { told(); return Task.CompletedTask; });
        return Done.It;
    });

    /// <summary>Every device this key named somebody on is signed out, and those from before it was written down which key did.</summary>
    public Task EndAllOf(Tx tx, Guid site, Guid key) => tx.Execute(
        "delete from visitor_sessions where key = @key or (key is null and visitor in (select id from visitors where site = @site and subject is not null))", new { site, key });

    /// <summary>Drops what is too old to open anything, or to be used twice.</summary>
    public Task Forget() => db.Write<Done>(async tx =>
    {
        var now = clock.NowMs();
        await tx.Execute("delete from visitor_sessions where expires_at <= @now", new { now });
        await tx.Execute("delete from used_identities where expires_at <= @now", new { now });
        return Done.It;
    });
}
