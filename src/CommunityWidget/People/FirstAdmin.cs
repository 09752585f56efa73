using System.Security.Cryptography;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>
/// While nobody has an account, each start makes one site and a short-lived link for its first admin. The link goes to standard output
/// and never through the logger: logs are kept, shipped and read by others.
/// </summary>
public sealed class FirstAdmin(Db db, SiteStore sites, MemberStore members, Invitations invitations, Greeting greeting, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    // After every room has started: the demo may just have made its people.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await members.NobodyYet()) return;
        if (((await sites.All()).FirstOrDefault() ?? await AddSite()) is not { } site) return;
        var link = await invitations.Issue("/welcome", Life, new() { Site = site.Id, Roles = $"{Roles.Admin} {Roles.Moderator}", Languages = site.Languages });
        if (link.Value is null) return;
        greeting.Say("Welcome. Nobody has an account here yet. This link makes you the admin, once, within 15 minutes:");
        greeting.Say($"  {link.Value.Link}");
        greeting.Say("Too late? Start the program again for a new one.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
