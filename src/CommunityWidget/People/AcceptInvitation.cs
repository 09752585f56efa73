using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Identity;

namespace CommunityWidget.People;

/// <summary>Turns an invitation into an account on the invitation's own site, whatever page it was opened on.</summary>
public sealed class AcceptInvitation(Db db, Invitations invitations, MemberStore members, SiteStore sites, INameJudge names, AuditLog audit, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    private const int VolunteerSeats = 2, AgentSeats = 10;

    public async Task<Reply<Member>> Run(string? secret, string? name, string? password, string? email = null)
    {
        if (await invitations.Find(secret) is not { } found) return Refusals.LinkNotValid;
        var called = PersonName.Clean(name);
        if (called.Refusal is { } unusable) return unusable;
        if (!names.IsFit(await sites.Get(found.Site), called.Value!)) return Refusals.NameNotFit;
        if (password is null || password.Length is < SignIn.MinPassword or > SignIn.MaxPassword) return Refusals.PasswordTooShort;
        var address = found.Email == "" ? email : found.Email;
        if (!Invitations.IsEmail(address)) return Refusals.EmailNotUsable;
        // Slow on purpose, so outside the transaction.
        var hash = hasher.HashPassword(new(), password);
        return await db.Write<Member>(async tx =>
        {
            if (await invitations.Use(tx, found.Id) is not { } invitation) return Refusals.LinkNotValid;
            var before = await members.ByEmail(tx, invitation.Site, address!);
            var after = Member(invitation, before, address!, called.Value!, hash);
            await (before is null ? members.Add(tx, after) : members.Renew(tx, after));
            foreach (var topic in invitation.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries)) await members.AddTopic(tx, after.Id, topic);
            await audit.Own(tx, after, "member.joined");
            return after;
        });
    }

    private Member Member(Invitation invitation, Member? before, string email, string name, string hash)
    {
        var member = before ?? new() { Id = clock.NewId(), Site = invitation.Site, Email = email, CreatedAt = clock.NowMs() };
        member = member with
        {
            Name = name,
            Password = hash,
            Roles = Both(before?.Roles, invitation.Roles),
            Languages = Both(before?.Languages, invitation.Languages),
            SignInStamp = Secret.New(),
        };
        return member with { Seats = Math.Max(before?.Seats ?? 0, member.Is(Roles.Agent) ? AgentSeats : VolunteerSeats) };
    }

    private static string Both(string? had, string given) =>
        string.Join(' ', $"{had} {given}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());
}
