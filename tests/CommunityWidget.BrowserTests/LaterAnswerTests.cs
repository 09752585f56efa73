using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class LaterAnswerTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Which bulb fits the brass one?", Address = "robin@visitors.example";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Nobody_is_there_an_e_mail_is_left_and_the_next_day_its_link_brings_the_visitor_back_to_the_shop_where_the_talk_goes_on()
    {
        await using var product = Product.Start(web => web
            .UseSetting("Conversations:SweepMs", "200")
            .ConfigureTestServices(services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(_clock)));
        await using var scene = await stage.On(product).Open();
        await OpensTomorrowAtNine(scene);

        var visitor = await scene.Visitor();
        await visitor.GoTo("A lamp");
        await visitor.Ask(Question);
        await Expect(visitor.Says("Our team is back tomorrow at 9")).ToBeVisibleAsync();
        await visitor.Email.FillAsync(Address);
        await visitor.Button(Names.English.EmailMe).ClickAsync();
        await Expect(visitor.Says("We have sent you a link")).ToBeVisibleAsync();
        await visitor.Page.IsClean("widget, e-mail left");

        var confirming = await visitor.Page.Context.NewPageAsync();
        await confirming.GotoAsync(LinkIn(product, 1, "/confirm-email"));
        await confirming.IsClean("confirming");
        await confirming.GetByRole(AriaRole.Button, new() { Name = "Yes, this is my address" }).ClickAsync();
        await Expect(confirming.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await confirming.IsClean("confirmed");
        await Expect(confirming.GetByRole(AriaRole.Link, new() { Name = "Back to Maison Essai" })).ToHaveAttributeAsync("href", $"{scene.Shop.Origin}/lamp");
        Assert.Empty(visitor.Watch.Complaints);
        await visitor.Page.Context.CloseAsync();

        _clock.Skip(TimeSpan.FromDays(1));
        var maya = await scene.SuperUser("Maya");
        await maya.BecomeAvailable();
        await maya.AnswerLater(Question, "An E27, up to 60 W.");
        _clock.Skip(TimeSpan.FromMinutes(1));

        var back = await OnAnotherBrowser(scene, LinkIn(product, 2, "#community-widget:"));
        await Expect(back.Conversation).ToContainTextAsync("An E27, up to 60 W.");
        Assert.Equal($"{scene.Shop.Origin}/lamp", back.Page.Url);
        await Expect(back.Page.Locator("html")).ToHaveAttributeAsync("data-heard", "answeredLater");
        await back.Page.IsClean("widget, back by the link");
        await back.Say("And how bright?");
        await maya.Accept(Question);
        await maya.Hears("And how bright?");
        await maya.Say("Like a candle.");
        await back.Hears("Like a candle.");
        await back.GoTo("Home");
        await back.OpenTalk();
        await back.Hears("Like a candle.");
        Assert.Empty(back.Watch.Complaints);
        Assert.Empty(maya.Watch.Complaints);
    }

    private async Task OpensTomorrowAtNine(Scene scene)
    {
        var site = (await scene.Get<SiteStore>().ByKey(scene.Key))!;
        var tomorrow = _clock.GetUtcNow().AddDays(1).DayOfWeek;
        await scene.Write(tx => scene.Get<SiteStore>().Save(tx, site with { Hours = new("UTC", [new(tomorrow, 9 * 60, 18 * 60)]) }));
    }

    private static string LinkIn(Product product, int mail, string holding) =>
        Task.Run(() => product.Post.Received(mail)).Result[mail - 1].Part("text/plain").Split('\n').First(line => line.Contains(holding, StringComparison.Ordinal)).Trim();

    // Whoever reads mails on their phone.
    private static async Task<VisitorPage> OnAnotherBrowser(Scene scene, string link)
    {
        var (page, watch) = await scene.NewPage();
        await page.AddInitScriptAsync("window.CommunityWidget = [['on', 'answeredLater', () => document.documentElement.dataset.heard = 'answeredLater']]");
        await page.GotoAsync(link);
        return new(page, watch, Names.English);
    }
}
