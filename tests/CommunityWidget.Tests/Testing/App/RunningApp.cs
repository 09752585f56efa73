using CommunityWidget.Database;
using CommunityWidget.Hubs;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>The real program in the test process, on a real port, with a database of its own. Each test opens a shop of its own in it.</summary>
public class RunningApp : IAsyncLifetime
{
    private readonly WebApplicationFactory<VisitorHub> _factory;
    private readonly Func<Task<TestDatabase>> _newDatabase;
    private TestDatabase? _database;
    private int _shops;

    public RunningApp() : this([])
    {
    }

    /// <summary>With settings of its own, such as <c>Matching:SilenceMs</c>.</summary>
    /// <param name="settings">What differs from the default.</param>
    /// <param name="replace">Services in place of the program's.</param>
    /// <param name="database">Which one, where it is not that of the other tests.</param>
    /// <param name="shops">Numbers of shops that another program on the same database uses.</param>
    protected RunningApp(Dictionary<string, string> settings, Action<IServiceCollection>? replace = null, Func<Task<TestDatabase>>? database = null, int shops = 0) => (_newDatabase, _shops, _factory) = (database ?? TestDatabase.Create, shops, new WebApplicationFactory<VisitorHub>().WithWebHostBuilder(web =>
    {
        foreach (var (name, value) in _database!.Settings) web.UseSetting(name, value);
        web.UseSetting("urls", "http://127.0.0.1:0");
        web.UseSetting("Logging:LogLevel:Default", "Warning");
        // Tests are in more of a hurry than people.
        web.UseSetting("Limits:Enabled", "false");
        if (TestRedis.IsAskedFor)
        {
            web.UseSetting("ConnectionStrings:Redis", TestRedis.Address);
            web.UseSetting("Redis:Prefix", TestRedis.NewPrefix());
        }
        foreach (var (name, value) in settings) web.UseSetting(name, value);
        web.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Errors));
        if (replace is not null) web.ConfigureTestServices(replace);
    }));

    public Uri Address { get; private set; } = null!;

    protected TestDatabase Database => _database!;

    public IServiceProvider Services => _factory.Services;

    public Db Db => Get<Db>();

    /// <summary>What the program logged as an error: nothing, in a program that works.</summary>
    public ErrorLog Errors { get; } = new();

    /// <summary>The second tenant: somebody else's people and questions, always there.</summary>
    public Shop Neighbour { get; private set; } = null!;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A site of its own for one test.</summary>
    public Task<Shop> Open(Ladder? ladder = null) => Shop.Open(this, Interlocked.Increment(ref _shops), ladder ?? Ladder.Default);

    /// <summary>Fails when the database contradicts itself or the program logged an error.</summary>
    public async Task Check()
    {
        Assert.Empty(await Checker.Violations(Db));
        Assert.Empty(Errors.Entries);
    }

    public async Task InitializeAsync()
    {
        _database = await _newDatabase();
        _factory.UseKestrel();
        _factory.StartServer();
        Address = new Uri(_factory.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority));
        Neighbour = await Open();
    }

    public async Task DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
