using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>One site of the app under test, and the people on it, seeded through the product's own stores.</summary>
public sealed class Shop
{
    private static readonly string[] Topics = ["coffee", "delivery"];

    private readonly RunningApp _app;
    private int _people;

    private Shop(RunningApp app, Site site) => (_app, Site) = (app, site);

    public Site Site { get; }

    public static async Task<Shop> Open(RunningApp app, int number, Ladder ladder)
    {
        var clock = app.Get<TimeProvider>();
        var site = new Site
        {
            Id = clock.NewId(),
            Key = $"shop-key-{number}",
            Slug = $"shop-{number}",
            Name = $"Shop {number}",
            Origins = $"https://shop-{number}.example",
            Languages = "en fr",
            Topics = new([.. Topics.Select(t => new TopicView(t, new Dictionary<string, string> { ["en"] = t }))]),
            Ladder = ladder,
            CreatedAt = clock.NowMs(),
        };
        await app.Write(tx => app.Get<SiteStore>().Add(tx, site));
        return new(app, site);
    }

    /// <summary>Somebody on the shop's page who acted.</summary>
    public Task<VisitorDriver> Visitor() => VisitorDriver.Arrive(_app.Address, Site.Key);

    /// <summary>The same with an open socket.</summary>
    public async Task<VisitorDriver> ConnectedVisitor() => await (await Visitor()).Connect();

    /// <summary>A volunteer, connected and available.</summary>
    public async Task<SuperUserDriver> SuperUser(int seats = 2)
    {
        var driver = new SuperUserDriver(_app.Address, await SignIn(await Add(Roles.SuperUser, seats)));
        await driver.Connect();
        return driver;
    }

    /// <summary>One of the brand's own people, connected and available.</summary>
    public async Task<AgentDriver> Agent(int seats = 10)
    {
        var driver = new AgentDriver(_app.Address, await SignIn(await Add(Roles.Agent, seats)));
        await driver.Connect();
        return driver;
    }

    /// <summary>A member in any roles, not connected.</summary>
    public async Task<Member> Add(string roles, int seats = 2)
    {
        var clock = _app.Get<TimeProvider>();
        var number = Interlocked.Increment(ref _people);
        var member = new Member
        {
            Id = clock.NewId(),
            Site = Site.Id,
            Email = $"member{number}@{Site.Slug}.example",
            Name = $"Member {number}",
            Roles = roles,
            Languages = Site.Languages,
            Seats = seats,
            SignInStamp = Secret.New(),
            CreatedAt = clock.NowMs(),
        };
        var store = _app.Get<MemberStore>();
        await _app.Write(async tx =>
        {
            await store.Add(tx, member);
            foreach (var topic in Topics) await store.AddTopic(tx, member.Id, topic);
        });
        return member;
    }

    /// <summary>The cookie a browser holds once the member signed in.</summary>
    public async Task<string> SignIn(Member member)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await _app.Get<MemberSession>().Begin(http, member);
        return http.Response.Headers.SetCookie[0]!.Split(';')[0];
    }

    /// <summary>The member behind a driver as the database has them now.</summary>
    public async Task<Member> Row(MemberDriver driver) => (await _app.Get<MemberStore>().Find(Guid.Parse((await driver.Console()).Me.Id!)))!;
}

public static class Seeding
{
    /// <summary>One transaction of the product's own.</summary>
    public static Task Write(this RunningApp app, Func<Tx, Task> work) => app.Db.Write<Done>(async tx =>
    {
        await work(tx);
        return Done.It;
    });
}
