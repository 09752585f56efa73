using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.People;

public sealed class FirstStartTests
{
    [Fact]
    public async Task In_production_the_first_start_prints_one_link_that_makes_the_admin()
    {
        await using var app = TestApp.Start();
        var site = Assert.Single(await app.Get<SiteStore>().All());
        Assert.Equal(("my-shop", ""), (site.Slug, site.Origins));
        var secret = Assert.Single(app.Output.ToString().Split('\n'), line => line.Contains("/welcome#")).Split('#')[1].Trim();

        var browser = app.Browser();
        var joined = await browser.Submit("/welcome", ("secret", secret), ("email", "ada@people.example"), ("name", "Ada"), ("password", TestApp.Password));

        Assert.Equal("/admin", joined.Headers.Location!.OriginalString);
        var page = await (await browser.Get("/admin")).Content.ReadAsStringAsync();
        Assert.Contains($"data-site=&quot;{site.Key}&quot;", page);
        Assert.False(await app.Get<MemberStore>().NobodyYet());
    }

    [Fact]
    public async Task The_link_is_too_old_after_fifteen_minutes()
    {
        await using var app = TestApp.Start();
        var secret = app.Output.ToString().Split('#')[1].Split('\n')[0].Trim();
        app.Clock.Skip(TimeSpan.FromMinutes(15));

        Assert.NotNull((await app.Get<AcceptInvitation>().Run(secret, "Ada", TestApp.Password, "ada@people.example")).Refusal);
    }

    [Fact]
    public async Task The_link_never_passes_through_the_log()
    {
        using var log = new Recorder();
        await using var app = TestApp.Start(services: services => services.AddSingleton<ILoggerProvider>(log));
        var secret = app.Output.ToString().Split('#')[1].Split('\n')[0].Trim();
        await app.Browser().Submit("/welcome", ("secret", secret), ("email", "ada@people.example"), ("name", "Ada"), ("password", TestApp.Password));

        Assert.DoesNotContain(secret, string.Join('\n', log.Lines));
    }

    // There what the program says is collected: the link would be kept, shipped and read by others.
    [Fact]
    public async Task Where_standard_output_is_a_log_the_start_names_the_verb_and_the_verb_gives_the_link()
    {
        using var log = new Recorder();
        await using var app = TestApp.Start(services: services => services.AddSingleton<ILoggerProvider>(log), settings: new() { ["Logging:Console:FormatterName"] = "json" });
        Assert.Equal("", app.Output.ToString());
        Assert.Empty(await app.Get<Db>().Query<string>("select secret_hash from invitations"));
        Assert.Single(log.Lines, line => line.Contains("verb welcome", StringComparison.Ordinal));
        var welcome = app.Get<IEnumerable<IVerb>>().Single(verb => verb.Name == "welcome");

        Assert.Equal(0, await welcome.Run([], CancellationToken.None));

        var secret = Assert.Single(app.Output.ToString().Split('\n'), line => line.Contains("/welcome#", StringComparison.Ordinal)).Split('#')[1].Trim();
        var joined = await app.Browser().Submit("/welcome", ("secret", secret), ("email", "ada@people.example"), ("name", "Ada"), ("password", TestApp.Password));
        Assert.Equal("/admin", joined.Headers.Location!.OriginalString);
        Assert.DoesNotContain(secret, string.Join('\n', log.Lines), StringComparison.Ordinal);
        Assert.Equal(1, await welcome.Run([], CancellationToken.None));
        Assert.Single(await app.Get<Db>().Query<string>("select secret_hash from invitations"));
    }

    [Fact]
    public async Task A_site_with_people_gets_no_link()
    {
        await using var app = TestApp.Start("Development");

        Assert.DoesNotContain("/welcome", app.Output.ToString());
        Assert.Empty(await app.Get<Db>().Query<string>("select secret_hash from invitations"));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_make_one_site_and_both_links_lead_to_it()
    {
        await using var world = await TestWorld.Start();
        await using var beside = world.AnotherNode();
        await world.Db.Write<Done>(async tx => { await tx.Execute("delete from sites"); return Done.It; });
        world.Get<SiteStore>().Forget();
        var other = First(beside, beside.Db);

        // The other one starts whole between this one's look and its write.
        await First(world, new Db(new MeanwhileDialect(world.Db.Dialect, () => other.StartedAsync(default)), NullLogger<Db>.Instance)).StartedAsync(default);

        var site = Assert.Single(await world.Db.Query<Guid>("select id from sites"));
        Assert.Equal([site, site], await world.Db.Query<Guid>("select site from invitations"));
    }

    private static FirstAdmin First(TestWorld on, Db db)
    {
        var greeting = new Greeting(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), TextWriter.Null, new ConfigurationBuilder().Build(), NullLogger<Greeting>.Instance);
        return new(new(db, on.Get<SiteStore>(), on.Get<MemberStore>(), on.Get<Invitations>(), on.Clock), greeting);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines) Lines.Add(formatter(state, exception));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
