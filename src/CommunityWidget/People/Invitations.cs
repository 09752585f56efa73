using System.Net.Mail;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.People;

/// <summary>How people get an account: someone lets them in, by a link that works once.</summary>
public sealed class Invitations(Db db, PublicAddress address, AuditLog audit, Outbox outbox, INameJudge names, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const string Unused = "used_at is null and withdrawn_at is null";

    private static readonly string[] KnownRoles = [Roles.SuperUser, Roles.Agent, Roles.Moderator, Roles.Admin];

    /// <summary>Makes a link to copy.</summary>
    public async Task<Reply<InvitationLink>> Invite(MemberCaller by, InvitationRequest request)
    {
        var checkedOne = Check(by, request);
        return checkedOne.Value is { } invitation ? await Issue("/invitation", Life, invitation, by) : checkedOne.Refusal!;
    }

    /// <summary>Sends the link by mail; its secret is made when the mail is, and is nowhere before.</summary>
    public async Task<Reply<Invitation>> InviteByMail(MemberCaller by, InvitationRequest request)
    {
        var checkedOne = Check(by, request);
        if (checkedOne.Value is not { } wanted) return checkedOne.Refusal!;
        return await db.Write<Invitation>(async tx =>
        {
            var stored = await Add(tx, wanted, Life, Secret.New(), by);
            await outbox.Add(tx, SendLetters.Invitation, stored.Id, seq: 0);
            return stored;
        });
    }

    /// <summary>What an invitation of this would be, nothing stored.</summary>
    public Reply<Invitation> Check(MemberCaller by, InvitationRequest request)
    {
        if (!IsEmail(request.Email)) return Refusals.EmailNotUsable;
        if (PersonName.Clean(request.Name) is not { Value: { } name }) return Refusals.NameNotUsable;
        if (!names.IsFit(by.Site, name)) return Refusals.NameNotFit;
        if (request.Roles is not { Count: > 0 } roles || roles.Except(KnownRoles).Any()) return Refusals.NotUnderstood;
        var languages = request.Languages is { Count: > 0 } spoken ? spoken : [by.Site.LanguageList[0]];
        if (!languages.All(IsLanguage)) return Refusals.NotUnderstood;
        var topics = request.Topics ?? [];
        if (topics.Any(topic => by.Site.TopicFor(topic) is null)) return Refusals.NotUnderstood;
        return new Invitation
        {
            Site = by.Site.Id,
            Email = MemberStore.Normal(request.Email!),
            Name = name,
            Roles = string.Join(' ', roles.Distinct()),
            Languages = string.Join(' ', languages.Distinct()),
            Topics = string.Join(' ', topics.Distinct()),
            InvitedBy = by.Id,
        };
    }

    /// <summary>Stores an invitation and gives the link that opens it. The secret stands behind the #, where no server log and no referrer sees it.</summary>
    public Task<Reply<InvitationLink>> Issue(string page, TimeSpan life, Invitation invitation, MemberCaller? by = null)
    {
        var secret = Secret.New();
        return db.Write<InvitationLink>(async tx =>
        {
            var stored = await Add(tx, invitation, life, secret, by);
            return new InvitationLink(address.Link($"{page}#{secret}"), stored.ExpiresAt);
        });
    }

    /// <summary>Invitations of a site that nobody has used yet.</summary>
    public Task<IReadOnlyList<Invitation>> Open(Guid site) => db.Query<Invitation>(
        $"select * from invitations where site = @site and {Unused} and expires_at > @now order by created_at desc",
        new { site, now = clock.NowMs() });

    /// <summary>The invitation a secret opens, not used up by looking.</summary>
    public async Task<Invitation?> Find(string? secret) => string.IsNullOrEmpty(secret) ? null : await db.Find<Invitation>(
        $"select * from invitations where secret_hash = @hash and {Unused} and expires_at > @now",
        new { hash = Secret.Hash(secret), now = clock.NowMs() });

    /// <summary>One of a site's own, still open.</summary>
    public Task<Invitation?> Find(Guid site, Guid id) => db.Find<Invitation>(
        $"select * from invitations where id = @id and site = @site and {Unused} and expires_at > @now", new { id, site, now = clock.NowMs() });

    /// <summary>Uses an invitation up; nothing when another request was faster.</summary>
    public Task<Invitation?> Use(Tx tx, Guid id) => tx.Find<Invitation>(
        $"update invitations set used_at = @now where id = @id and {Unused} and expires_at > @now returning *",
        new { id, now = clock.NowMs() });

    /// <summary>Gives an open invitation a new secret; the link made before opens nothing any more.</summary>
    public Task<Invitation?> Rekey(Tx tx, Guid id, string secret) => tx.Find<Invitation>(
        $"update invitations set secret_hash = @hash where id = @id and {Unused} and expires_at > @now returning *",
        new { id, hash = Secret.Hash(secret), now = clock.NowMs() });

    /// <summary>Takes an open invitation back, or lets it be open again.</summary>
    public async Task<bool> SetWithdrawn(Tx tx, Guid site, Guid id, bool withdrawn) => await tx.Execute(
        withdrawn
            ? $"update invitations set withdrawn_at = @now where id = @id and site = @site and {Unused}"
            : "update invitations set withdrawn_at = null where id = @id and site = @site and used_at is null",
        new { id, site, now = clock.NowMs() }) == 1;

    public static bool IsEmail(string? typed) => typed is { Length: > 2 and <= 254 }
        && MailAddress.TryCreate(typed.Trim(), out var address) && address.Address == typed.Trim() && address.Host.Contains('.');

    private async Task<Invitation> Add(Tx tx, Invitation invitation, TimeSpan life, string secret, MemberCaller? by)
    {
        var now = clock.NowMs();
        var stored = invitation with { Id = clock.NewId(), CreatedAt = now, ExpiresAt = now + (long)life.TotalMilliseconds };
        // One open link per person: a new one replaces what was lost. The first admin's is nobody's yet, and each node that starts prints one.
        if (stored.Email.Length > 0) await tx.Execute("delete from invitations where site = @Site and email = @Email and used_at is null", stored);
        await tx.Execute(
            """
            insert into invitations (id, site, secret_hash, email, name, roles, languages, topics, invited_by, created_at, expires_at)
            values (@Id, @Site, @Hash, @Email, @Name, @Roles, @Languages, @Topics, @InvitedBy, @CreatedAt, @ExpiresAt)
            """,
            new
            {
                stored.Id,
                stored.Site,
                Hash = Secret.Hash(secret),
                stored.Email,
                stored.Name,
                stored.Roles,
                stored.Languages,
                stored.Topics,
                stored.InvitedBy,
                stored.CreatedAt,
                stored.ExpiresAt,
            });
        if (by is not null) await audit.Changed(tx, by, "invitation.made", stored.Id.ToString(), "", stored.Roles);
        return stored;
    }

    private static bool IsLanguage(string tag) => tag is { Length: 2 } && tag.All(char.IsAsciiLetterLower);
}
