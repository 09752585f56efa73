using System.Net;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages.Machines;

public sealed class RobotsTests(RobotsTests.Picky app) : IClassFixture<RobotsTests.Picky>
{
    [Fact]
    public async Task Search_engines_may_read_answers_those_who_train_models_may_not_and_a_site_names_whom_else()
    {
        var text = await (await new Browser(app.Address).Get("/robots.txt")).Content.ReadAsStringAsync();

        var groups = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("User-agent: *\nAllow: /answers/\n", groups[0]);
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

    public sealed class Picky() : RunningApp(new() { ["Answers:DeniedCrawlers"] = "EvilBot", ["Answers:Indexed"] = "false" });
}
