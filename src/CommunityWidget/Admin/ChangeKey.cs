using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>An admin makes and revokes keys of their own site.</summary>
public sealed class ChangeKey(Db db, ApiKeyStore keys, MemberStore members, AuditLog audit, TimeProvider clock) : IUndoes
{
    public const int Most = 20;

    public string Kind => "key.";

    /// <summary>A new key's text.</summary>
    public static string NewSecret() => ApiKey.Start + Secret.New();

    /// <summary>Makes a key; its text is shown once. The same press again makes no second.</summary>
    public async Task<Reply<MadeKey>> Make(MemberCaller by, WantedKey wanted, Drawn drawn)
    {
        var chosen = wanted.ActsAs is { } id ? await members.Find(id) : null;
        if (wanted.ActsAs is not null && (chosen is null || chosen.Site != by.Site.Id || !MayAnswer(chosen))) return Refusals.NotFound;
        return await db.Write<MadeKey>(tx => Make(tx, by, wanted, chosen, drawn));
    }

    private async Task<Reply<MadeKey>> Make(Tx tx, MemberCaller by, WantedKey wanted, Member? chosen, Drawn drawn)
    {
        await tx.Lock($"keys of {by.Site.Id}");
        if (await keys.Find(tx, by.Site.Id, drawn.Id) is { } made)
            return made.RevokedAt is null && made.Name == wanted.Name && made.Scopes == wanted.Scopes && clock.NowMs() - made.CreatedAt < FormSeals.DoubleClickMs ? new MadeKey(made, drawn.Secret) : Refusals.ChangedMeanwhile;
        if (await keys.Count(tx, by.Site.Id) >= Most) return Refusals.TooManyKeys;
        var author = chosen ?? await Author(tx, by, wanted.Name);
        var key = new ApiKey
        {
            Id = drawn.Id,
            Site = by.Site.Id,
            Member = author.Id,
            Name = wanted.Name,
            Prefix = drawn.Secret[..12],
            KeyHash = Secret.Hash(drawn.Secret),
            Scopes = wanted.Scopes,
            CreatedAt = clock.NowMs(),
        };
        await keys.Add(tx, key);
        await audit.Changed(tx, by, "key.made", author.Id.ToString(), "", $"{key.Prefix}… {wanted.Scopes}");
        return new MadeKey(key, drawn.Secret);
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
