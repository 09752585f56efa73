using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Demo;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Demo;

public sealed class DemoTests(InDevelopment development, TwoShops production) : IClassFixture<InDevelopment>, IClassFixture<TwoShops>
{
    [Theory]
    [InlineData("maya", "/console")]
    [InlineData("leo", "/console")]
    [InlineData("ines", "/console")]
    [InlineData("sam", "/inbox")]
    [InlineData("nour", "/moderation")]
    [InlineData("ada", "/admin")]
    public async Task A_button_makes_one_of_its_people_of_whoever_presses_it_here(string name, string page)
    {
        var app = development.App;
        var browser = app.Browser();

        var answer = await browser.Submit($"/demo/sign-in/{name}");

        Assert.Equal(page, answer.Headers.Location!.OriginalString);
        Assert.Equal(200, (int)(await browser.Get(page)).StatusCode);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_open_it_once()
    {
        await using var database = await TestDatabase.Create();
        var nodes = Enumerable.Range(0, 3).Select(place => new Node(database, 100 * place)).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(node.InitializeAsync)));

        Assert.Equal(1, await nodes[0].Db.Find<long>("select count(*) from sites where slug = 'demo'"));
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task From_another_machine_nobody_becomes_anybody()
    {
        await using var app = TestApp.Start("Development", services => services.AddSingleton<IStartupFilter>(new FromFarAway()));

        Assert.Equal(404, (int)(await app.Browser().Get("/demo/sign-in/ada")).StatusCode);
        Assert.Equal(200, (int)(await app.Browser().Get("/demo")).StatusCode);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_is_not_the_one_who_asks()
    {
        var app = development.App;

        Assert.Equal(404, (int)(await app.Browser().Get("/demo/sign-in/ada", ("X-Forwarded-For", "203.0.113.7"))).StatusCode);
    }

    [Theory]
    [InlineData("/demo")]
    [InlineData("/demo/products/aube")]
    [InlineData("/demo/sign-in/ada")]
    [InlineData("/demo/files/shop.css")]
    public async Task In_production_nothing_of_it_exists(string path)
    {
        var app = production.App;

        Assert.Equal(404, (int)(await app.Browser().Get(path)).StatusCode);
        Assert.Null(await app.Get<SiteStore>().ByKey(SeedDemo.Key));
    }

    [Fact]
    public async Task Its_people_have_no_password_to_guess_and_start_away()
    {
        var app = development.App;
        var site = (await app.Get<SiteStore>().ByKey(SeedDemo.Key))!;

        var people = await app.Get<MemberStore>().OfSite(site.Id);

        Assert.Equal(6, people.Count);
        Assert.All(people, p => Assert.Null(p.Password));
        Assert.All(people, p => Assert.Equal(Intents.Away, p.Intent));
        Assert.Equal(Refusals.WrongPassword, (await app.Get<SignIn>().Check(site.Id, "ada@demo.invalid", "")).Refusal);
    }

    [Fact]
    public async Task Every_product_has_a_page_in_both_languages_and_a_drawing()
    {
        var app = development.App;
        var browser = app.Browser();

        foreach (var product in Catalogue.All)
        {
            Assert.Contains(product.English.Line, WebUtility.HtmlDecode(await (await browser.Get(product.Page)).Content.ReadAsStringAsync()));
            Assert.Contains(product.French.Line, WebUtility.HtmlDecode(await (await browser.Get(product.Page + "?lang=fr")).Content.ReadAsStringAsync()));
            Assert.Equal("image/svg+xml", (await browser.Get(product.Picture)).Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task The_start_says_what_to_open()
    {
        var app = development.App;

        foreach (var words in new[] { "/demo", "/demo/sign-in/maya", "/demo/sign-in/ada" }) Assert.Contains(words, app.Output.ToString());
    }

    private sealed class Node(TestDatabase database, int shops) : RunningApp(
        new() { ["Demo:Enabled"] = "true" }, database: () => Task.FromResult<TestDatabase>(new SharedDatabase(database)), shops: shops);

    private sealed class FromFarAway : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
                return rest(http);
            });
            next(app);
        };
    }
}
