using System.Security.Cryptography;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>The link for the first admin of an installation where nobody has an account, and the site it leads to.</summary>
public sealed class WelcomeLink(Db db, SiteStore sites, MemberStore members, Invitations invitations, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>The site that waits for its first admin, made where there is none; null once somebody has an account.</summary>
    public async Task<Site?> SiteWithoutPeople() => await members.NobodyYet() ? (await sites.All()).FirstOrDefault() ?? await AddSite() : null;

    /// <summary>A new link, good once and for 15 minutes.</summary>
    public async Task<string?> Issue(Site site) =>
        (await invitations.Issue("/welcome", Life, new() { Site = site.Id, Roles = $"{Roles.Admin} {Roles.Moderator}", Languages = site.Languages })).Value?.Link;

    private async Task<Site?> AddSite()
    {
        var site = new Site
        {
            Id = clock.NewId(),
            Key = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16),
            Slug = "my-shop",
            Name = "My shop",
            Languages = "en fr",
            CreatedAt = clock.NowMs(),
        };
        var made = await db.Write<Site>(async tx =>
        {
            // Another node that started beside us was first: the row that refused ours sends us here again.
            if (await sites.Oldest(tx) is { } theirs) return theirs;
            await sites.Add(tx, site);
            return site;
        });
        return made.Value;
    }
}
