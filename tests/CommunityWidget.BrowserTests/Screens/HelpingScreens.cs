using CommunityWidget.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>Two in one conversation: one who answers, and one who was asked in or came to help.</summary>
public static class HelpingScreens
{
    private const string Group = "helping";

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var (maya, leo) = (await cast.Maya(), new ConsolePage(await cast.SignIn("leo"), cast.Names));
        await maya.BecomeAvailable();
        var visitor = await cast.Visitor();
        await visitor.Ask(Lines.Question(cast));
        await maya.SeesOffer(Lines.Question(cast));
        await maya.Accept(Lines.Question(cast));
        await maya.Say(Lines.Answer(cast));
        await leo.BecomeAvailable();

        await Press(maya.Talk(Lines.Question(cast)), cast.French ? "Demander de l’aide" : "Ask someone in");
        var sheet = maya.Page.GetByRole(AriaRole.Dialog);
        await Expect(Named(sheet, "Leo")).ToBeVisibleAsync();
        await camera.Take(maya.Page, Group, "01 who could help");
        await Press(sheet, "Leo");
        var called = leo.Page.GetByRole(AriaRole.Region, new() { Name = cast.French ? "On demande votre aide" : "You are asked to help" });
        await Expect(called).ToContainTextAsync(Lines.Question(cast));
        await camera.Take(leo.Page, Group, "02 asked in");
        await Press(called, cast.Names.Join);
        await leo.Message.FillAsync(Lines.Suggestion(cast));
        await camera.Take(leo.Page, Group, "03 helping");
        await Press(leo.Talk(Lines.Question(cast)), cast.French ? "Suggérer" : "Suggest");
        await maya.Hears(Lines.Suggestion(cast));
        await camera.Take(maya.Page, Group, "04 a suggestion");
        await Desktop(maya, leo);
        await leo.Leave(Lines.Question(cast));
        await visitor.End();
        await maya.PutAway(1);
        foreach (var one in new[] { maya, leo })
        {
            await one.BecomeAway();
            await one.Page.Context.CloseAsync();
        }
    }

    private static async Task Desktop(params ConsolePage[] consoles)
    {
        foreach (var one in consoles) await one.Page.SetViewportSizeAsync(1280, 800);
    }

    private static ILocator Named(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task Press(ILocator within, string name) => Named(within, name).ClickAsync();
}
