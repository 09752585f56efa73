using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.People.Identity;

/// <summary>Customers the shop has named: one visitor each, however many devices, and a token for each device.</summary>
public sealed class VisitorSessions(Db db, TimeProvider clock)
{
    /// <summary>How long a device stays known without a new word from the shop.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>Marks a token's id as used; false when it was before.</summary>
    public async Task<bool> Use(Tx tx, Guid site, ReadIdentity identity) => await tx.Execute(
        "insert into used_identities (site, jti, expires_at) values (@site, @jti, @until) on conflict do nothing",
        new { site, jti = Secret.Hash(identity.TokenId), until = identity.ExpiresAt + (2 * (long)VerifyIdentity.Skew.TotalMilliseconds) }) == 1;

    /// <summary>The visitor of this customer, made at their first visit. Somebody nobody vouches for is never turned into them.</summary>
    public async Task<Visitor> Of(Tx tx, Guid site, string customer)
    {
        var subject = Secret.Hash($"{site:N} {customer}");
        await tx.Execute(
            "insert into visitors (id, site, token_hash, name, created_at, subject) values (@Id, @Site, @Nobody, null, @Now, @Subject) on conflict do nothing",
            new { Id = clock.NewId(), Site = site, Nobody = Secret.Hash(Secret.New()), Now = clock.NowMs(), Subject = subject });
        return (await tx.Find<Visitor>("select id, site, name, subject from visitors where site = @site and subject = @subject", new { site, subject }))!;
    }

    public async Task<(string Token, long Until)> Begin(Tx tx, Guid visitor)
    {
        var (token, now) = (Secret.New(), clock.NowMs());
        var until = now + (long)Life.TotalMilliseconds;
        await tx.Execute(
            "insert into visitor_sessions (token_hash, visitor, created_at, expires_at) values (@hash, @visitor, @now, @until)",
            new { hash = Secret.Hash(token), visitor, now, until });
        return (token, until);
    }

    /// <summary>This token opens nothing any more, whoever kept it: signed out, shut down.</summary>
    /// <param name="site">Of which site.</param>
    /// <param name="token">As it was given out.</param>
    /// <param name="told">Done once a device has been signed out or a pass given up, which may have lines open.</param>
    public Task<Reply<Done>> End(Guid site, string? token, Action told) => db.Write<Done>(async tx =>
    {
        var hash = Secret.Hash(token ?? "");
        var ended = await tx.Execute("delete from visitor_sessions where token_hash = @hash", new { hash }) + await tx.Execute("delete from visitor_passes where token_hash = @hash", new { hash });
        if (ended > 0) tx.AfterCommit(() => { told(); return Task.CompletedTask; });
        await tx.Execute("update visitors set token_hash = @nobody where site = @site and token_hash = @hash", new { site, hash, nobody = Secret.Hash(Secret.New()) });
        return Done.It;
    });

    /// <summary>Drops what is too old to open anything, or to be used twice.</summary>
    public Task Forget() => db.Write<Done>(async tx =>
    {
        var now = clock.NowMs();
        await tx.Execute("delete from visitor_sessions where expires_at <= @now", new { now });
        await tx.Execute("delete from used_identities where expires_at <= @now", new { now });
        return Done.It;
    });
}
