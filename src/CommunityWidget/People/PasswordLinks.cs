using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using Microsoft.AspNetCore.Identity;

namespace CommunityWidget.People;

/// <summary>A new password for somebody who lost theirs: by a link an admin makes, good for one day and one use. The old password works until then.</summary>
public sealed class PasswordLinks(Db db, MemberChanges changes, AuditLog audit, Outbox outbox, PublicAddress address, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Makes a link to copy.</summary>
    public Task<Reply<InvitationLink>> Make(MemberCaller by, Guid member)
    {
        var secret = Secret.New();
        return db.Write<InvitationLink>(async tx =>
        {
            var added = await Add(tx, by, member, secret);
            return added.Value is { } link ? new InvitationLink(Address(secret), link.ExpiresAt) : added.Refusal!;
        });
    }

    /// <summary>Sends the link by mail; its secret is made when the mail is.</summary>
    public Task<Reply<PasswordLink>> Send(MemberCaller by, Guid member) => db.Write<PasswordLink>(async tx =>
    {
        var added = await Add(tx, by, member, Secret.New());
        if (added.Value is { } link) await outbox.Add(tx, SendLetters.Password, link.Id, seq: 0);
        return added;
    });

    /// <summary>Exchanges the secret for a new password.</summary>
    public async Task<Reply<Member>> Use(string? secret, string? password)
    {
        if (string.IsNullOrEmpty(secret) || await db.Find<PasswordLink>(Open, new { hash = Secret.Hash(secret), now = clock.NowMs() }) is not { } found) return Refusals.LinkNotValid;
        if (password is null || password.Length is < SignIn.MinPassword or > SignIn.MaxPassword) return Refusals.PasswordTooShort;
        // Slow on purpose, so outside the transaction.
        var hash = hasher.HashPassword(new(), password);
        return await db.Write<Member>(async tx =>
        {
            var used = await tx.Execute(
                "update password_links set used_at = @now where id = @Id and used_at is null and expires_at > @now", new { found.Id, now = clock.NowMs() });
            if (used != 1) return Refusals.LinkNotValid;
            await changes.SetPassword(tx, found.Member, hash);
            var member = (await tx.Find<Member>("select * from members where id = @Member", found))!;
            await audit.Own(tx, member, "member.password_chosen");
            return member;
        });
    }

    /// <summary>Gives an open link a new secret, and the address that holds it; null when it is not open any more.</summary>
    public async Task<(Member Member, string Link)?> Rekey(Guid id)
    {
        var secret = Secret.New();
        var found = await db.Write<Member>(async tx =>
        {
            var link = await tx.Find<PasswordLink>(
                "update password_links set secret_hash = @hash where id = @id and used_at is null and expires_at > @now returning *",
                new { id, hash = Secret.Hash(secret), now = clock.NowMs() });
            return link is null ? Refusals.LinkNotValid : (await tx.Find<Member>("select * from members where id = @Member", link))!;
        });
        StorageAwayException.ThrowIf(found.Refusal);
        return found.Value is { } member ? (member, Address(secret)) : null;
    }

    private const string Open = "select * from password_links where secret_hash = @hash and used_at is null and expires_at > @now";

    private string Address(string secret) => address.Link($"/new-password#{secret}");

    private async Task<Reply<PasswordLink>> Add(Tx tx, MemberCaller by, Guid id, string secret)
    {
        if (await changes.Lock(tx, by.Site.Id, id) is not { } member) return Refusals.NotFound;
        var now = clock.NowMs();
        var link = new PasswordLink { Id = clock.NewId(), Member = member.Id, CreatedAt = now, ExpiresAt = now + (long)Life.TotalMilliseconds };
        // One open link per person: a new one replaces what was lost.
        await tx.Execute("delete from password_links where member = @Member and used_at is null", link);
        await tx.Execute(
            "insert into password_links (id, member, secret_hash, created_at, expires_at) values (@Id, @Member, @Hash, @CreatedAt, @ExpiresAt)",
            new { link.Id, link.Member, Hash = Secret.Hash(secret), link.CreatedAt, link.ExpiresAt });
        await audit.Changed(tx, by, "member.password_link", member.Id.ToString(), "", "");
        return link;
    }
}

/// <summary>An admin's word that a member may choose a new password; its secret is kept as a hash only.</summary>
public sealed record PasswordLink
{
    public Guid Id { get; init; }
    public Guid Member { get; init; }
    public long CreatedAt { get; init; }
    public long ExpiresAt { get; init; }
    public long? UsedAt { get; init; }
}
