using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests;

public sealed class KeptFormTests(Stage stage) : IClassFixture<Stage>
{
    private const string Question = "Does the brass darken with time?", Better = "It does.\nLemon juice brings it back, and <salt>.";

    [Fact]
    public async Task What_a_moderator_words_on_a_phone_while_the_database_is_away_stands_there_and_is_sent_again_by_keyboard()
    {
        await using var product = Product.Start(web => web.ConfigureTestServices(services => services.RemoveAll<SqlDialect>()
            .AddSingleton<SqlDialect>(provider => new MoodyDialect(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Path))));
        await using var scene = await stage.On(product).Open();
        var visitor = await scene.Talked(Question, "It does.");
        await visitor.Rate(5, mayPublish: true);
        var nour = new ModerationPage(await scene.SignIn("Nour", Roles.Moderator, "/moderation", Phone.Options), Names.English);
        await nour.Waits(Question);
        await nour.Draft(Question).GetByText("Edit the words").ClickAsync();
        await nour.Draft(Question).Locator("[name='Answers[0]']").FillAsync(Better);

        var disk = (MoodyDialect)product.Get<SqlDialect>();
        disk.IsAbsent = true;
        await nour.Draft(Question).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(nour.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("What was in the form is below");
        await Expect(nour.Page.GetByLabel("Answer")).ToHaveValueAsync(Better);
        await nour.Page.IsClean("a form that was not kept");
        Assert.True(await nour.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        disk.IsAbsent = false;

        await nour.Page.GetByLabel("Answer").FocusAsync();
        await nour.Page.Keyboard.PressAsync("Tab");
        await Expect(nour.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" })).ToBeFocusedAsync();
        await nour.Page.Keyboard.PressAsync("Enter");
        await Expect(nour.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await Expect(nour.Draft(Question).Locator("[name='Answers[0]']")).ToHaveValueAsync(Better);
    }
}
