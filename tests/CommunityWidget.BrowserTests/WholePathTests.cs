using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class WholePathTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does this lamp dim without a hum?";

    [Fact]
    public async Task A_question_on_a_strict_strangers_page_is_answered_ended_and_rated()
    {
        await using var scene = await stage.Open();
        var maya = await scene.SuperUser("Maya");
        var visitor = await scene.Visitor();

        await maya.BecomeAvailable();
        await visitor.Ask(Question);
        await Expect(visitor.Says("We are looking for someone who knows this well")).ToBeVisibleAsync();
        await maya.Accept(Question);
        await Expect(visitor.Says("Maya is here for you")).ToBeVisibleAsync();

        await maya.Say("It does, with a trailing-edge dimmer.");
        await visitor.Hears("It does, with a trailing-edge dimmer.");
        await visitor.Say("Which one do you have?");
        await maya.Hears("Which one do you have?");
        await Expect(visitor.Says("seen")).ToBeVisibleAsync();

        await visitor.End();
        await maya.Hears("Conversation ended");
        await visitor.Rate(5);
        await maya.Hears("5 stars");

        Assert.Empty(visitor.Watch.Complaints);
        Assert.Empty(maya.Watch.Complaints);
        Assert.Equal([scene.Shop.Origin, scene.Origin], visitor.Watch.Origins);
        Assert.Equal([scene.Origin], maya.Watch.Origins);
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        // What lets them back in stands in no address, neither asked for nor told to the next page.
        var kept = (await visitor.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage })")).Split(['"', '\\']).Where(piece => piece.Length >= 32).ToList();
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(visitor.Watch.Requests, request => kept.Any(secret => $"{request.Url} {request.Headers.GetValueOrDefault("referer")}".Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Markup_in_the_tag_or_the_page_s_address_is_only_text()
    {
        const string markup = "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E";
        await using var scene = await stage.Open("data-topic='\"&gt;&lt;img src=x onerror=alert(1)&gt;' data-locale='&lt;img src=x onerror=alert(1)&gt;'");
        var (page, watch) = await scene.NewPage();
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await page.GotoAsync($"{scene.Shop.Origin}/?welcome={markup}&lang={markup}&site={markup}#community-w{markup}");
        var visitor = new VisitorPage(page, watch, Names.English);

        await visitor.Open();

        await Expect(visitor.Question).ToBeVisibleAsync();
        await Expect(page.Locator("img[src=x]")).ToHaveCountAsync(0);
        Assert.Equal(0, dialogs);
    }
}
