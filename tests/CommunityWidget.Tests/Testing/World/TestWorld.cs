using CommunityWidget.AnswerPages;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Inbox;
using CommunityWidget.Integrations;
using CommunityWidget.Mail;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.Notices;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>
/// The real use cases on a real database file, wired as the program wires them, but without sockets, workers and wall clock:
/// nothing happens until a test says so. Always two sites, so that every test would notice one reaching into the other.
/// </summary>
public sealed partial class TestWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private TestWorld(TestDatabase database, Ladder ladder, Action<IServiceCollection>? also, Func<TimeProvider, IMatchQueue> queue, TestWorld? first = null)
    {
        _database = database;
        Clock = first?.Clock ?? new();
        Queue = first?.Queue ?? new LosableQueue(() => queue(Clock));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            // Stories are told in no time.
            .AddInMemoryCollection([new("Limits:Enabled", "false")]).Build());
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<INotices>(Notices);
        services.Configure<PublicOptions>(address => address.PublicUrl = "http://localhost").AddSingleton<PublicAddress>();
        services.AddSingleton<Redis.Hints>().AddSingleton<Redis.Reach>().AddSingleton<Drain>();
        services.AddDatabase().AddMail().AddSites().AddPeople().AddThreads();
        services.AddQuestions().AddMatching().AddConversations().AddModeration().AddAnswerPages().AddInbox();
        services.AddIntegrations().AddPrivacy();
        // Months away from a real server's.
        services.AddSingleton<IMatchQueue>(Queue).AddSingleton(new ServerTime(() => Task.FromResult<long?>(Clock.NowMs)));
        also?.Invoke(services);
        _services = services.BuildServiceProvider();
        Here = first?.Here ?? NewSite("here", ladder);
        There = first?.There ?? NewSite("there", ladder);
    }

    public TestClock Clock { get; }

    public RecordingNotices Notices { get; } = new();

    public LosableQueue Queue { get; }

    /// <summary>The site most tests play on.</summary>
    public Site Here { get; private set; }

    /// <summary>The shop next door.</summary>
    public Site There { get; private set; }

    public Db Db => Get<Db>();

    public long Now => Clock.NowMs;

    public static async Task<TestWorld> Start(Ladder? ladder = null, Action<IServiceCollection>? also = null, TestDatabase? on = null, Func<TimeProvider, IMatchQueue>? queue = null)
    {
        var world = new TestWorld(on ?? await TestDatabase.Create(), ladder ?? Ladder.Default, also, queue ?? NewQueue);
        await world.Db.Write<Contracts.Done>(async tx =>
        {
            await world.Get<SiteStore>().Add(tx, world.Here);
            await world.Get<SiteStore>().Add(tx, world.There);
            return Contracts.Done.It;
        });
        return world;
    }

    /// <summary>A second program on the same database and queue, to be ended before this one.</summary>
    public TestWorld AnotherNode(Action<IServiceCollection>? also = null) => new(new SharedDatabase(_database), Here.Ladder, also, NewQueue, first: this);

    // COMMUNITY_TEST_QUEUE=redis: every world has a part of one Redis to itself.
    private static IMatchQueue NewQueue(TimeProvider clock) => TestRedis.IsAskedFor ? TestRedis.NewQueue(clock) : new InMemoryMatchQueue(clock);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Site NewSite(string slug, Ladder ladder) => new()
    {
        Id = Clock.NewId(),
        Key = $"key-{slug}",
        Slug = slug,
        Name = slug,
        Languages = "en fr",
        Topics = new([new("shoes", new Dictionary<string, string>()), new("bikes", new Dictionary<string, string>())]),
        Ladder = ladder,
        CreatedAt = Now,
    };
}
