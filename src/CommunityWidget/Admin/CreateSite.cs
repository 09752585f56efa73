using System.Security.Cryptography;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin;

/// <summary>One more site, and its first admin: who makes it. They are a member there of their own, with the same e-mail and password to begin with.</summary>
public sealed class CreateSite(Db db, SiteStore sites, MemberStore members, AuditLog audit, TimeProvider clock)
{
    public async Task<Reply<Member>> Run(MemberCaller by, string name, string slug, string origins, string languages)
    {
        var site = new Site
        {
            Id = clock.NewId(),
            Key = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16),
            Slug = slug,
            Name = name,
            Origins = origins,
            Languages = languages,
            CreatedAt = clock.NowMs(),
        };
        var owner = new Member
        {
            Id = clock.NewId(),
            Site = site.Id,
            Email = by.Member.Email,
            Name = by.Member.Name,
            Password = by.Member.Password,
            Roles = $"{Roles.Admin} {Roles.Moderator}",
            Languages = by.Member.Languages,
            Seats = by.Member.Seats,
            SignInStamp = Secret.New(),
            CreatedAt = clock.NowMs(),
        };
        return await db.Write<Member>(async tx =>
        {
            if (await sites.IsTaken(tx, slug, site.Id)) return Refusals.SlugTaken;
            await sites.Add(tx, site);
            await members.Add(tx, owner);
            await audit.Changed(tx, new MemberCaller(site, owner), "site.made", null, "", site.Slug);
            return owner;
        });
    }
}
