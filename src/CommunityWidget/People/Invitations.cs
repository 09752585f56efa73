using System.Net.Mail;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>How people get an account: someone lets them in, by a link that works once.</summary>
public sealed class Invitations(Db db, PublicAddress address, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly string[] KnownRoles = [Roles.SuperUser, Roles.Agent, Roles.Moderator, Roles.Admin];

    public async Task<Reply<InvitationLink>> Invite(MemberCaller by, InvitationRequest request)
    {
        if (!IsEmail(request.Email)) return Refusals.EmailNotUsable;
        if (PersonName.Clean(request.Name) is { Refusal: { } unusable }) return unusable;
        if (request.Roles is not { Count: > 0 } roles || roles.Except(KnownRoles).Any()) return Refusals.NotUnderstood;
        var languages = request.Languages is { Count: > 0 } spoken ? spoken : [by.Site.LanguageList[0]];
        if (!languages.All(IsLanguage)) return Refusals.NotUnderstood;
        return await Issue("/invitation", Life, new Invitation
        {
            Site = by.Site.Id,
            Email = MemberStore.Normal(request.Email!),
            Name = request.Name!.Trim(),
            Roles = string.Join(' ', roles.Distinct()),
            Languages = string.Join(' ', languages.Distinct()),
            InvitedBy = by.Id,
        });
    }

    /// <summary>Stores an invitation and gives the link that opens it. The secret stands behind the #, where no server log and no referrer sees it.</summary>
    public Task<Reply<InvitationLink>> Issue(string page, TimeSpan life, Invitation invitation)
    {
        var secret = Secret.New();
        var now = clock.NowMs();
        var expires = now + (long)life.TotalMilliseconds;
        return db.Write<InvitationLink>(async tx =>
        {
            // One open link per person: a new one replaces what was lost.
            await tx.Execute("delete from invitations where site = @Site and email = @Email and used_at is null", invitation);
            await tx.Execute(
                """
                insert into invitations (id, site, secret_hash, email, name, roles, languages, invited_by, created_at, expires_at)
                values (@Id, @Site, @Hash, @Email, @Name, @Roles, @Languages, @InvitedBy, @Now, @Expires)
                """,
                new
                {
                    Id = clock.NewId(),
                    invitation.Site,
                    Hash = Secret.Hash(secret),
                    invitation.Email,
                    invitation.Name,
                    invitation.Roles,
                    invitation.Languages,
                    invitation.InvitedBy,
                    Now = now,
                    Expires = expires,
                });
            return new InvitationLink(address.Link($"{page}#{secret}"), expires);
        });
    }

    /// <summary>Invitations of a site that nobody has used yet.</summary>
    public Task<IReadOnlyList<Invitation>> Open(Guid site) => db.Query<Invitation>(
        "select * from invitations where site = @site and used_at is null and expires_at > @now order by created_at desc",
        new { site, now = clock.NowMs() });

    /// <summary>The invitation a secret opens, not used up by looking.</summary>
    public async Task<Invitation?> Find(string? secret) => string.IsNullOrEmpty(secret) ? null : await db.Find<Invitation>(
        "select * from invitations where secret_hash = @hash and used_at is null and expires_at > @now",
        new { hash = Secret.Hash(secret), now = clock.NowMs() });

    /// <summary>Uses an invitation up; nothing when another request was faster.</summary>
    public Task<Invitation?> Use(Tx tx, Guid id) => tx.Find<Invitation>(
        "update invitations set used_at = @now where id = @id and used_at is null and expires_at > @now returning *",
        new { id, now = clock.NowMs() });

    public static bool IsEmail(string? typed) => typed is { Length: > 2 and <= 254 }
        && MailAddress.TryCreate(typed.Trim(), out var address) && address.Address == typed.Trim() && address.Host.Contains('.');

    private static bool IsLanguage(string tag) => tag is { Length: 2 } && tag.All(char.IsAsciiLetterLower);
}
