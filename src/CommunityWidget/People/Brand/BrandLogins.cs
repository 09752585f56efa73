using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.People.Brand;

/// <summary>
/// Which member somebody of the brand's provider is: whoever is linked, else a member of this site whose e-mail the provider has verified, who is
/// linked by it. Nobody becomes a member this way, and nobody becomes more than they were.
/// </summary>
public sealed class BrandLogins(Db db, MemberStore members, AuditLog audit, IOptions<BrandOptions> brand, TimeProvider clock)
{
    private string Issuer => brand.Value.Issuer;

    public async Task<Reply<Member>> Find(Guid site, string subject, string? email, bool verified)
    {
        if (await db.Find<Member>(
            "select m.* from member_logins l join members m on m.id = l.member where l.site = @site and l.issuer = @Issuer and l.subject = @subject", new { site, Issuer, subject }) is { } linked) return linked;
        // Somebody else's address is easily claimed where nobody checks.
        if (!verified || string.IsNullOrWhiteSpace(email) || await members.ByEmail(site, email) is not { } member) return Refusals.BrandNotKnown;
        return await Link(member, subject);
    }

    /// <summary>From now on this person of the provider is this member.</summary>
    public Task<Reply<Member>> Link(Member member, string subject) => db.Write<Member>(async tx =>
    {
        var added = await tx.Execute(
            "insert into member_logins (site, issuer, subject, member, linked_at) values (@Site, @Issuer, @subject, @Id, @now) on conflict do nothing",
            new { member.Site, Issuer, subject, member.Id, now = clock.NowMs() });
        if (added != 1) return Refusals.BrandNotKnown;
        await audit.Own(tx, member, "member.linked");
        return member;
    });

    public async Task<bool> IsLinked(Guid member) =>
        await db.Find<long>("select count(*) from member_logins where member = @member and issuer = @Issuer", new { member, Issuer }) > 0;

    /// <summary>Only where a password still opens the account.</summary>
    public Task<Reply<Done>> Unlink(MemberCaller caller) => db.Write<Done>(async tx =>
    {
        if (await tx.Find<string>("select password from members where id = @Id", new { caller.Id }) is null) return Refusals.PasswordFirst;
        await tx.Execute("delete from member_logins where member = @Id and issuer = @Issuer", new { caller.Id, Issuer });
        await audit.Changed(tx, caller, "member.unlinked", caller.Id.ToString(), "", "");
        return Done.It;
    });
}
