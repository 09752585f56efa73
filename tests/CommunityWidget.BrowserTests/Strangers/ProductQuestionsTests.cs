using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityWidget.AnswerPages;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Strangers;

/// <summary>The questions about a product on its page, under a policy that lets nothing in but our address.</summary>
public sealed class ProductQuestionsTests(Stage stage) : IClassFixture<Stage>
{
    private const string Shifts = "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true }) || setTimeout(() => done(0), 300))";

    [Fact]
    public async Task They_fill_their_place_without_moving_anything_and_look_like_the_page()
    {
        await using var scene = await stage.Open();
        var path = await Publish(scene, "Does the lamp dim?", "It does, with any dimmer. <b>Really</b>.");
        var (page, watch) = await scene.NewPage();
        await page.GotoAsync($"{scene.Shop.Origin}/product");

        var list = page.GetByRole(AriaRole.Region, new() { Name = "Questions about this product" });
        await Expect(list.GetByRole(AriaRole.Link, new() { Name = "Does the lamp dim?" })).ToHaveAttributeAsync("href", scene.Origin + path);
        await Expect(list).ToContainTextAsync("It does, with any dimmer. <b>Really</b>.");
        await Expect(list).ToContainTextAsync("1 answer");
        Assert.Equal(0, await page.EvaluateAsync<double>(Shifts));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => Object.keys(localStorage).concat(Object.keys(sessionStorage), document.cookie ? ['cookie'] : [])"));
        await page.IsClean("questions about a product");

        await page.EvaluateAsync("() => { document.documentElement.lang = 'fr'; document.querySelector('community-questions').setAttribute('product', 'nothing') }");
        var empty = page.GetByRole(AriaRole.Region, new() { Name = "Questions sur ce produit" });
        await Expect(empty).ToContainTextAsync("Personne n’a encore posé de question");
        await empty.GetByRole(AriaRole.Button, new() { Name = "Poser une question" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Your question" })).ToBeVisibleAsync();
        Assert.Empty(watch.Complaints);
    }

    [Fact]
    public async Task They_are_asked_for_once_when_the_script_comes_late_and_once_for_all_that_changes_together()
    {
        await using var scene = await stage.Open();
        await Publish(scene, "Does the lamp dim?", "It does, with any dimmer.");
        // The shop's policy would let no test add a script.
        var (page, watch) = await scene.NewPage(new() { BypassCSP = true });
        await page.GotoAsync(scene.Shop.Origin);
        await page.EvaluateAsync(
            """
            ([site, script]) => {
              const list = document.createElement('community-questions');
              for (const [name, value] of Object.entries({ site, product: 'lamp', limit: '2', lang: 'en' })) list.setAttribute(name, value);
              const late = document.createElement('script');
              late.src = script;
              document.body.append(list, late);
            }
            """,
            new[] { scene.Key, $"{scene.Origin}/questions.js" });

        var shown = page.GetByRole(AriaRole.Region, new() { Name = "Questions about this product" });
        await Expect(shown).ToContainTextAsync("Does the lamp dim?");
        Assert.Single(Asked());
        Assert.Equal("2", await page.EvaluateAsync<string>("() => document.querySelector('community-questions').style.getPropertyValue('--cw-rows')"));

        await page.EvaluateAsync(
            """
            () => {
              const list = document.querySelector('community-questions');
              list.setAttribute('product', 'nothing');
              list.setAttribute('limit', '4');
              list.lang = 'fr';
              list.remove();
              document.querySelector('main').append(list);
            }
            """);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Questions sur ce produit" })).ToContainTextAsync("Personne n’a encore posé de question");
        Assert.Equal(["product=lamp&limit=2", "product=nothing&limit=4"], Asked().Select(url => url[url.IndexOf("product", StringComparison.Ordinal)..]));
        Assert.Empty(watch.Complaints);

        IReadOnlyList<string> Asked() => [.. watch.RequestsTo(scene.Origin).Where(url => url.StartsWith("/api/answers?", StringComparison.Ordinal))];
    }

    private static async Task<string> Publish(Scene scene, string title, string answer)
    {
        using var http = new HttpClient { BaseAddress = new(scene.Origin) };
        http.DefaultRequestHeaders.Add("X-Site", scene.Key);
        var welcome = await (await http.PostAsJsonAsync("/api/visitors", new { })).Content.ReadFromJsonAsync<JsonNode>();
        http.DefaultRequestHeaders.Add("X-Visitor", welcome!["token"]!.GetValue<string>());
        http.DefaultRequestHeaders.Add("Idempotency-Key", "product-question");
        var asked = await (await http.PostAsJsonAsync("/api/threads", new { text = title })).Content.ReadFromJsonAsync<JsonNode>();
        var site = (await scene.Get<SiteStore>().ByKey(scene.Key))!;
        var thread = (await scene.Get<ThreadStore>().Find(site.Id, asked!["thread"]!["threadId"]!.GetValue<string>()))!;
        var now = scene.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        var page = new Edition { Id = scene.Get<TimeProvider>().NewId(), PublicId = ThreadStore.NewPublicId(), Thread = thread.Id, Site = site.Id, State = Publications.Review, Title = title, Slug = Edition.SlugOf(title), Question = title, ProductId = "lamp", ProductName = "Lamp", AskedAt = now, ProposedAt = now, UpdatedAt = now };
        await scene.Write(async tx =>
        {
            await scene.Get<EditionStore>().Add(tx, page, [new() { Position = 1, AuthorName = "Robin", Body = answer, AnsweredAt = now }]);
            await scene.Get<EditionStore>().Move(tx, page, Publications.Published, title, now);
        });
        return page.Path(site.Slug);
    }
}
