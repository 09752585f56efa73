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
    }
}
