using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityWidget.Tests.Testing;

/// <summary>The whole program on a real port, with a database, a clock and a standard output of its own.</summary>
public sealed class TestApp : WebApplicationFactory<CommunityWidget.Hubs.VisitorHub>
{
    public const string Password = "a lamp on the shelf";

    // Its start is not asynchronous: a test asks for a server and has it.
    private readonly TestDatabase _database = Task.Run(TestDatabase.Create).GetAwaiter().GetResult();
    private readonly string _environment;
    private readonly Action<IServiceCollection>? _services;
    private readonly Dictionary<string, string> _settings;
    private int _people;
    private bool _disposed;

    private TestApp(string environment, Action<IServiceCollection>? services, Dictionary<string, string>? settings)
    {
        (_environment, _services, _settings) = (environment, services, settings ?? []);
        UseKestrel(0);
    }

    public TestClock Clock { get; } = new();

    public StringWriter Output { get; } = new();

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>This server's own origin, as a browser would name it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public static TestApp Start(string environment = "Production", Action<IServiceCollection>? services = null, Dictionary<string, string>? settings = null)
    {
        var app = new TestApp(environment, services, settings);
        app.StartServer();
        return app;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Browser Browser() => new(Address);

    public async Task<Site> AddSite(string name)
    {
        var site = new Site { Id = Clock.NewId(), Key = $"key-{name}", Slug = name, Name = name, Origins = $"https://{name}.example", CreatedAt = Clock.NowMs() };
        await Get<Db>().Write<Done>(async tx =>
        {
            await Get<SiteStore>().Add(tx, site);
            return Done.It;
        });
        return site;
    }

    public async Task<Member> AddMember(Site site, string name, string roles, string? email = null)
    {
        var member = new Member
        {
            Id = Clock.NewId(),
            Site = site.Id,
            Email = email ?? $"{name}-{Interlocked.Increment(ref _people)}@people.example",
            Name = name,
            Password = Get<IPasswordHasher<Member>>().HashPassword(new(), Password),
            Roles = roles,
            Languages = "en",
            Seats = 2,
            SignInStamp = Secret.New(),
            CreatedAt = Clock.NowMs(),
        };
        await Get<Db>().Write<Done>(async tx =>
        {
            await Get<MemberStore>().Add(tx, member);
            return Done.It;
        });
        return member;
    }

    /// <summary>A browser in which the member of the site has signed in.</summary>
    public async Task<Browser> SignedIn(Site site, Member member)
    {
        var browser = Browser();
        var answer = await browser.Submit($"/sign-in?site={site.Slug}", ("email", member.Email), ("password", Password));
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (name, value) in _database.Settings) builder.UseSetting(name, value);
        builder.UseSetting("urls", "http://localhost:0");
        builder.UseSetting("Limits:Enabled", "false");
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(Clock);
            // Months away from a real server's.
            services.AddSingleton(new ServerTime(() => Task.FromResult<long?>(Clock.NowMs)));
            // The real number makes guessing slow; here it would make the tests slow.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            services.RemoveAll<TextWriter>().AddSingleton<TextWriter>(Output);
            _services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!_disposed) Task.Run(() => _database.DisposeAsync().AsTask()).GetAwaiter().GetResult();
        _disposed = true;
    }
}
