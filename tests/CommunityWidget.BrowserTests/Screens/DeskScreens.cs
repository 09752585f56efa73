using CommunityWidget.BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The super users' console and the agents' inbox.</summary>
public static class DeskScreens
{
    public static async Task Take(Camera camera, DemoCast cast)
    {
        await Console(camera, cast);
        await Inbox(camera, cast);
    }

    private static async Task Console(Camera camera, DemoCast cast)
    {
        const string group = "console";
        var maya = await cast.Maya();
        await Expect(maya.Available).ToHaveAttributeAsync("aria-checked", "false");
        await camera.Take(maya.Page, group, "01 away");
        await maya.BecomeAvailable();
        await camera.Take(maya.Page, group, "02 available");
        var first = await cast.Visitor();
        await first.Ask(Lines.Question(cast));
        await maya.SeesOffer(Lines.Question(cast));
        await camera.Take(maya.Page, group, "03 offer");
        await maya.Accept(Lines.Question(cast));
        await maya.Say(Lines.Answer(cast));
        await first.Hears(Lines.Answer(cast));
        await first.Say(Lines.More(cast));
        await maya.Hears(Lines.More(cast));
        await camera.Take(maya.Page, group, "04 chat");

        var second = await cast.Visitor("/demo/products/heron");
        await second.Ask(Lines.Second(cast));
        await maya.SeesOffer(Lines.Second(cast));
        await camera.Take(maya.Page, group, "05 offer while in a chat");
        await maya.Page.SetViewportSizeAsync(1280, 800);
        // The page hears of its new width a moment later; until then a second talk takes the first one's place.
        await Expect(maya.Page.GetByRole(AriaRole.Button, new() { Name = cast.French ? "Fermer cette colonne" : "Close this column" })).ToBeVisibleAsync();
        await maya.Accept(Lines.Second(cast));
        await Expect(maya.Talks).ToHaveCountAsync(2);
        await camera.Take(maya.Page, group, "06 two chats");
        await first.End();
        await first.Rate(5, mayPublish: true);
        await camera.Take(maya.Page, group, "07 ended and rated");
        await second.End();

        await maya.Page.SetViewportSizeAsync(1280, 800);
        await maya.PutAway(2);
        var late = await cast.Visitor();
        await maya.BecomeAway();
        await late.Ask(Lines.Question(cast));
        await Expect(maya.Waiting).ToContainTextAsync(Lines.Question(cast));
        await camera.Take(maya.Page, group, "08 parked list");
        await maya.Page.SetViewportSizeAsync(1280, 800);
        await maya.Page.GetByRole(AriaRole.Button, new() { Name = cast.French ? "Aide" : "Help", Exact = true }).ClickAsync();
        await camera.Take(maya.Page, group, "09 help");
        await late.End();
        await maya.Page.Context.CloseAsync();
    }

    private static async Task Inbox(Camera camera, DemoCast cast)
    {
        const string group = "inbox";
        var sam = await cast.Sam();
        await Expect(sam.Available).ToHaveAttributeAsync("aria-checked", "false");
        await camera.Take(sam.Page, group, "01 empty, away");
        await sam.BecomeAvailable();
        await camera.Take(sam.Page, group, "02 empty, available");
        var visitor = await cast.Visitor();
        await visitor.Ask(Lines.Question(cast));
        var other = await cast.Visitor("/demo/products/heron");
        await other.Ask(Lines.Second(cast));
        await Expect(sam.Waiting).ToContainTextAsync(Lines.Question(cast));
        await Expect(sam.Waiting).ToContainTextAsync(Lines.Second(cast));
        await camera.Take(sam.Page, group, "03 list");
        await sam.Page.SetViewportSizeAsync(1280, 800);
        await sam.PointAt(Lines.Question(cast));
        await sam.Press("b");
        await camera.Take(sam.Page, group, "09 some chosen");
        await sam.Press("b");
        await sam.Search.FillAsync(cast.French ? "variateur" : "dimmer");
        await Expect(sam.Line(Lines.Second(cast))).ToHaveCountAsync(0);
        await camera.Take(sam.Page, group, "10 found");
        await sam.Search.FillAsync("");
        await Expect(sam.Line(Lines.Second(cast))).ToHaveCountAsync(1);
        await sam.Page.SetViewportSizeAsync(1280, 800);
        await sam.Line(Lines.Question(cast)).ClickAsync();
        await Expect(sam.Talk(Lines.Question(cast))).ToBeVisibleAsync();
        await camera.Take(sam.Page, group, "05 before it is taken");
        foreach (var (key, state) in new[] { ("l", "06 tags"), ("z", "07 snoozing"), ("r", "08 replies") })
        {
            await sam.PressFor(key);
            await camera.Take(sam.Page, group, state);
            await sam.Press("Escape");
            await Expect(sam.Sheet).ToHaveCountAsync(0);
        }
        await sam.Page.SetViewportSizeAsync(1280, 800);
        await sam.Press("i");
        await sam.NoteBox.FillAsync(Lines.Note(cast));
        await camera.Take(sam.Page, group, "11 note");
        await sam.NoteBox.PressAsync("Enter");
        await Expect(sam.Bubbles(Lines.Note(cast))).ToBeVisibleAsync();
        await sam.NoteBox.PressAsync("Escape");
        await sam.Page.SetViewportSizeAsync(1280, 800);
        await sam.Take(Lines.Question(cast));
        await sam.Say(Lines.Answer(cast));
        await visitor.Hears(Lines.Answer(cast));
        await camera.Take(sam.Page, group, "04 chat");
        await sam.Message.PressAsync("Escape");
        await sam.PressFor("h");
        await camera.Take(sam.Page, group, "12 handing over");
        await sam.Press("Escape");
        await camera.Take(visitor.Page, "widget", "14 live with the team");
        await visitor.End();
        await other.End();
        await sam.Page.SetViewportSizeAsync(1280, 800);
        await sam.BecomeAway();
        var late = await cast.Visitor();
        await late.Ask(Lines.More(cast));
        await Expect(sam.Line(Lines.More(cast))).ToBeVisibleAsync();
        await late.Page.CloseAsync();
        await sam.PointAt(Lines.More(cast));
        await sam.PressFor("h");
        await sam.Sheet.Locator("textarea").FillAsync(Lines.Note(cast));
        await Expect(sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Maya" })).ToBeVisibleAsync();
        await camera.Take(sam.Page, group, "13 giving a parked question");
        await sam.Sheet.GetByRole(AriaRole.Button, new() { Name = "Maya" }).PressAsync("Enter");
        await Expect(sam.Page.GetByText(cast.French ? "Confiée à Maya" : "Given to Maya").First).ToBeVisibleAsync();
        await camera.Take(sam.Page, group, "14 given");
        await sam.Page.Context.CloseAsync();
    }
}
