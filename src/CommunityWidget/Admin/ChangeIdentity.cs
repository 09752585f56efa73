using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.People.Identity;

namespace CommunityWidget.Admin;

/// <summary>An admin makes and revokes the keys their shop signs identities with. Two at once let a shop change over without a gap.</summary>
public sealed class ChangeIdentity(Db db, IdentityKeys keys, VisitorSessions sessions, ConductSignal signal, AuditLog audit) : IUndoes
{
    public const int Most = 5;

    public string Kind => "identity.";

    /// <summary>A secret of ours, shown once.</summary>
    public async Task<Reply<MadeIdentityKey>> MakeSecret(MemberCaller by)
    {
        var secret = Secret.New();
        var reply = await Add(by, keys.New(by.Site.Id, IdentityKey.Hmac, secret));
        return reply.Value is { } key ? new MadeIdentityKey(key, secret) : reply.Refusal!;
    }

    /// <summary>The public half of a pair whose private half never leaves the shop.</summary>
    public async Task<Reply<MadeIdentityKey>> AddPublic(MemberCaller by, string publicKey)
    {
        var reply = await Add(by, keys.New(by.Site.Id, IdentityKey.Ecdsa, publicKey));
        return reply.Value is { } key ? new MadeIdentityKey(key, null) : reply.Refusal!;
    }

    /// <summary>It signs nobody in any more, and whom it signed in is signed out: it may be in somebody else's hands.</summary>
    public Task<Reply<Saved>> Revoke(MemberCaller by, Guid id) => db.Write<Saved>(async tx =>
    {
        if (!await keys.SetRevoked(tx, by.Site.Id, id, revoked: true)) return Refusals.NotFound;
        await sessions.EndAllOf(tx, by.Site.Id, id);
        tx.AfterCommit(() => { signal.Raise(); return Task.CompletedTask; });
        return new Saved((await audit.Changed(tx, by, "identity.revoked", id.ToString(), "open", "revoked")).Id);
    });

    /// <summary>The key signs in again; whoever was signed out comes in anew.</summary>
    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => db.Write<Saved>(async tx =>
    {
        if (await IsFull(tx, by)) return Refusals.TooManyIdentityKeys;
        return change.Action == "identity.revoked" && await audit.MarkUndone(tx, change.Id) && await keys.SetRevoked(tx, by.Site.Id, Guid.Parse(change.Subject!), revoked: false)
            ? new Saved(null)
            : Refusals.TooLateToUndo;
    });

    private Task<Reply<IdentityKey>> Add(MemberCaller by, IdentityKey key) => db.Write<IdentityKey>(async tx =>
    {
        if (await IsFull(tx, by)) return Refusals.TooManyIdentityKeys;
        await keys.Add(tx, key);
        await audit.Changed(tx, by, "identity.made", key.Id.ToString(), "", $"{key.Kid} {key.Algorithm}");
        return key;
    });

    // Two that are added or brought back at once are counted one after the other.
    private async Task<bool> IsFull(Tx tx, MemberCaller by)
    {
        await tx.Lock($"identity keys of {by.Site.Id}");
        return await keys.Count(tx, by.Site.Id) >= Most;
    }
}

/// <param name="Key">As it was stored.</param>
/// <param name="Secret">Shown once; null where the shop keeps its own half.</param>
public sealed record MadeIdentityKey(IdentityKey Key, string? Secret);
