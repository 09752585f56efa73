using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Demo;

/// <summary>Opens the demo shop once per database: a site and its people. They have no password; see the sign-in page of the demo.</summary>
public sealed class SeedDemo(DemoSwitch demo, Db db, SiteStore sites, MemberStore members, PublicAddress address, Greeting greeting, TimeProvider clock) : IHostedService
{
    public const string Key = "demo";

    private const string Slug = "demo";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!demo.On) return;
        if (await sites.ByKey(Key) is null) await Seed();
        greeting.Say($"The demo shop:  {address.Link("/demo")}");
        if (!demo.SignIn) return;
        foreach (var person in DemoPeople.All)
            greeting.Say($"  be {person.Name,-5} ({person.Role.Replace('_', ' ')}):  {address.Link($"/demo/sign-in/{person.Id}")}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task Seed() => db.Write<Done>(async tx =>
    {
        // Another node that started beside us was first: the row that refused ours sends us here again.
        if (await sites.IsTaken(tx, Slug, by: Guid.Empty)) return Done.It;
        var site = Site();
        await sites.Add(tx, site);
        foreach (var person in DemoPeople.All)
        {
            var member = Member(site, person);
            await members.Add(tx, member);
            foreach (var topic in person.Topics) await members.AddTopic(tx, member.Id, topic);
        }
        return Done.It;
    });

    private Site Site() => new()
    {
        Id = clock.NewId(),
        Key = Key,
        Slug = Slug,
        Name = "Maison Lumen",
        Origins = string.Join(' ', Origins(address.Origin).Concat(demo.SignIn ? Gallery : [])),
        Languages = "en fr",
        Topics = new(
        [
            Topic("choosing", "Choosing a lamp", "Choisir une lampe"),
            Topic("bulbs", "Bulbs and dimming", "Ampoules et variation"),
            Topic("delivery", "Delivery and returns", "Livraison et retours"),
            Topic("care", "Care and repair", "Entretien et réparation"),
        ]),
        Accent = "#8f4a12",
        CreatedAt = clock.NowMs(),
    };

    // Where widget/dev/serve.mjs serves its pages.
    private static readonly string[] Gallery = ["http://localhost:5081", "http://127.0.0.1:5081"];

    // Browsers take localhost and 127.0.0.1 for two origins; people take them for one.
    private static IEnumerable<string> Origins(string own) =>
        new[] { own, own.Replace("//localhost", "//127.0.0.1"), own.Replace("//127.0.0.1", "//localhost") }.Distinct();

    private static TopicView Topic(string id, string english, string french) => new(id, new Dictionary<string, string> { ["en"] = english, ["fr"] = french });

    private Member Member(Site site, DemoPerson person) => new()
    {
        Id = clock.NewId(),
        Site = site.Id,
        Email = person.Email,
        Name = person.Name,
        Roles = person.Role,
        Languages = person.Languages,
        CustomerSince = person.Since,
        Seats = person.Role == Roles.Agent ? 10 : 2,
        SignInStamp = Secret.New(),
        CreatedAt = clock.NowMs(),
    };
}
