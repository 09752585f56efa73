using System.Data.Common;
using System.Net;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Robots;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Database;
using CommunityWidget.Redis;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityWidget.Tests.AnswerPages.Machines;

public sealed class RobotsTests(RobotsTests.Picky app) : IClassFixture<RobotsTests.Picky>
{
    [Fact]
    public async Task Search_engines_may_read_answers_those_who_train_models_may_not_and_a_site_names_whom_else()
    {
        await using (var pages = new ShopPages(app, app.Neighbour)) await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var text = await (await new Browser(app.Address).Get("/robots.txt")).Content.ReadAsStringAsync();

        var groups = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("User-agent: *\nAllow: /answers/\n", groups[0]);
        // What a product's page fetches, so that whoever draws it finds the way to the answers.
        Assert.Contains("Allow: /questions.js\nAllow: /api/answers\n", groups[0]);
        Assert.EndsWith("Disallow: /", groups[0]);
        Assert.Contains("User-agent: GPTBot\n", groups[1]);
        Assert.Contains("User-agent: EvilBot\n", groups[1]);
        Assert.EndsWith("Disallow: /", groups[1]);
        Assert.DoesNotContain("Googlebot", text);
        Assert.Contains($"/answers/{app.Neighbour.Site.Slug}/sitemap.xml", groups[^1]);
    }

    [Fact]
    public async Task A_copy_that_nobody_shall_find_says_so_and_lets_crawlers_read_that()
    {
        var home = await new Browser(app.Address).Get($"/answers/{app.Neighbour.Site.Slug}");

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(["noindex"], home.Headers.GetValues("X-Robots-Tag"));
    }

    [Fact]
    public async Task Nobody_waits_for_a_database_that_says_nothing()
    {
        var clock = new TestClock();
        var silent = new Db(new SilentDialect(), NullLogger<Db>.Instance);
        var robots = new RobotsFile(new(silent, clock, new Hints()), new(silent), app.Get<AnswerAddress>(), app.Get<IOptions<AnswersOptions>>(), clock);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var text = robots.Text();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("Allow: /answers/", await text.WaitAsync(late.Token));
    }

    private sealed class SilentDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public override Task<DbConnection> Open(CancellationToken stop) => new TaskCompletionSource<DbConnection>().Task;
    }

    public sealed class Picky() : RunningApp(new() { ["Answers:DeniedCrawlers"] = "EvilBot", ["Answers:Indexed"] = "false" });
}
