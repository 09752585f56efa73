using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class FrenchTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "L’abat-jour se lave-t-il ?";

    [Fact]
    public async Task A_tag_in_French_names_everything_in_French()
    {
        await using var scene = await stage.Open("data-locale=\"fr\"");
        var maya = await scene.SuperUser("Maya", names: Names.French);
        await maya.BecomeAvailable();
        var visitor = await scene.Visitor(names: Names.French);

        await visitor.Ask(Question);
        await Expect(visitor.Says("Nous cherchons quelqu’un qui connaît bien le sujet")).ToBeVisibleAsync();
        await maya.Accept(Question);
        await maya.Say("Oui, à la main.");
        await visitor.Hears("Oui, à la main.");
        await Expect(visitor.Says("fidèle depuis 2019, bénévole")).ToBeVisibleAsync();
        await Expect(visitor.Widget).ToHaveAttributeAsync("lang", "fr");
        await visitor.End();
        await visitor.Rate(5);
        await maya.Hears("5 étoiles");
        await Expect(visitor.Button(Names.French.Close)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_visitor_may_change_the_language_and_finds_it_changed_on_the_next_page()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await visitor.Open();
        await visitor.Question.FillAsync(Question);
        await visitor.Button("Français").ClickAsync();
        var french = new VisitorPage(visitor.Page, visitor.Watch, Names.French);
        await Expect(french.Question).ToHaveValueAsync(Question);
        await Expect(french.Launcher).ToBeVisibleAsync();
        await french.Button(Names.French.Ask).ClickAsync();
        await french.Hears(Question);

        await visitor.Page.GotoAsync(scene.Shop.Origin + "/lamp");
        await french.OpenTalk();
        await french.Hears(Question);
        await french.Button("English").ClickAsync();
        await Expect(visitor.Message).ToBeVisibleAsync();
        await Expect(visitor.Button("Français")).ToBeVisibleAsync();

        await visitor.Page.EvaluateAsync("CommunityWidget.shutdown()");
        await visitor.Page.WaitForFunctionAsync("localStorage.length == 0");
        Assert.Empty(visitor.Watch.Complaints);
    }

    [Fact]
    public async Task A_shop_of_one_language_offers_no_other()
    {
        await using var scene = await stage.Open();
        await scene.Speaks("en");
        var visitor = await scene.Visitor();
        await visitor.Open();
        await Expect(visitor.Button(Names.English.Ask)).ToBeVisibleAsync();
        await Expect(visitor.Button("Français")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_shop_may_change_the_language_while_the_page_stands()
    {
        await using var scene = await stage.Open();
        var visitor = await scene.Visitor();
        await visitor.Open();

        await visitor.Page.EvaluateAsync("CommunityWidget.setLocale('fr')");

        var french = new VisitorPage(visitor.Page, visitor.Watch, Names.French);
        await Expect(french.Question).ToBeVisibleAsync();
        await Expect(french.Launcher).ToBeVisibleAsync();
    }
}
