using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>An admin makes and revokes keys of their own site.</summary>
public sealed class ChangeKey(Db db, ApiKeyStore keys, MemberStore members, AuditLog audit, TimeProvider clock) : IUndoes
{
    public const int Most = 20;

    public string Kind => "key.";

    /// <summary>Makes a key; its text is shown once.</summary>
    /// <param name="actsAs">Who answers by it; null makes an author of the key's own name, whom nobody can sign in as.</param>
    public async Task<Reply<MadeKey>> Make(MemberCaller by, string name, string scopes, Guid? actsAs)
    {
        if ((await keys.OfSite(by.Site.Id)).Count >= Most) return Refusals.TooManyKeys;
        var chosen = actsAs is { } id ? await members.Find(id) : null;
        if (actsAs is not null && (chosen is null || chosen.Site != by.Site.Id || !MayAnswer(chosen))) return Refusals.NotFound;
        return await db.Write<MadeKey>(tx => Make(tx, by, name, scopes, chosen));
    }

    private async Task<Reply<MadeKey>> Make(Tx tx, MemberCaller by, string name, string scopes, Member? chosen)
    {
        var author = chosen ?? await Author(tx, by, name);
        var secret = ApiKey.Start + Secret.New();
        var key = new ApiKey
        {
            Id = clock.NewId(),
            Site = by.Site.Id,
            Member = author.Id,
            Name = name,
            Prefix = secret[..12],
            KeyHash = Secret.Hash(secret),
            Scopes = scopes,
            CreatedAt = clock.NowMs(),
        };
        await keys.Add(tx, key);
        await audit.Changed(tx, by, "key.made", author.Id.ToString(), "", $"{key.Prefix}… {scopes}");
        return new MadeKey(key, secret);
    }

    public Task<Reply<Saved>> Revoke(MemberCaller by, Guid id) => db.Write<Saved>(async tx =>
        await keys.SetRevoked(tx, by.Site.Id, id, revoked: true)
            ? new Saved((await audit.Changed(tx, by, "key.revoked", id.ToString(), "open", "revoked")).Id)
            : Refusals.NotFound);

    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => db.Write<Saved>(async tx =>
        change.Action == "key.revoked" && await audit.MarkUndone(tx, change.Id) && await keys.SetRevoked(tx, by.Site.Id, Guid.Parse(change.Subject!), revoked: false)
            ? new Saved(null)
            : Refusals.TooLateToUndo);

    public static bool MayAnswer(Member member) => member.Is(Roles.SuperUser) || member.Is(Roles.Agent) || member.Is(Roles.Admin);

    // Answers stand under a name of the shop's team; there is no password, and no mail reaches it.
    private async Task<Member> Author(Tx tx, MemberCaller by, string name)
    {
        var id = clock.NewId();
        var author = new Member
        {
            Id = id,
            Site = by.Site.Id,
            Email = $"{id:N}@program.invalid",
            Name = name,
            Roles = Roles.Agent,
            Languages = by.Site.Languages,
            Seats = 50,
            SignInStamp = Secret.New(),
            CreatedAt = clock.NowMs(),
        };
        await members.Add(tx, author);
        return author;
    }
}

/// <param name="Key">As it was stored.</param>
/// <param name="Secret">Shown once.</param>
public sealed record MadeKey(ApiKey Key, string Secret);
