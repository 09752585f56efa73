using CommunityWidget.BrowserTests.Drivers;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The widget from closed to thanks, and what it says when nobody is there or nothing works.</summary>
public static class WidgetScreens
{
    private const string Group = "widget";

    public static async Task Take(Camera camera, DemoCast cast)
    {
        await Talk(camera, cast);
        await Waiting(camera, cast);
        await Trouble(camera, cast);
    }

    private static async Task Talk(Camera camera, DemoCast cast)
    {
        var maya = await cast.Maya();
        await maya.BecomeAvailable();
        var visitor = await cast.Visitor();
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await camera.Take(visitor.Page, Group, "01 closed");
        await visitor.Open();
        await camera.Take(visitor.Page, Group, "02 open");
        await visitor.Question.FillAsync(Lines.Question(cast));
        await camera.Take(visitor.Page, Group, "03 typed");
        await visitor.Button(cast.Names.Ask).ClickAsync();
        await maya.SeesOffer(Lines.Question(cast));
        await camera.Take(visitor.Page, Group, "04 waiting, topic");
        await maya.Accept(Lines.Question(cast));
        await maya.Say(Lines.Answer(cast));
        await visitor.Hears(Lines.Answer(cast));
        await visitor.Say(Lines.More(cast));
        await maya.Hears(Lines.More(cast));
        await maya.Say(Lines.Link);
        await visitor.Hears(Lines.Link);
        await camera.Take(visitor.Page, Group, "08 live");
        await visitor.End();
        await Expect(visitor.Rating).ToBeVisibleAsync();
        await camera.Take(visitor.Page, Group, "09 ended");
        await visitor.Rate(5, mayPublish: true);
        await camera.Take(visitor.Page, Group, "10 thanks");
        await maya.BecomeAway();
        await maya.Page.Context.CloseAsync();
    }

    private static async Task Waiting(Camera camera, DemoCast cast)
    {
        var maya = await cast.Maya();
        await maya.BecomeAvailable();
        var wide = await cast.Visitor("/demo/products/galet");
        await wide.Ask(Lines.Question(cast));
        await maya.SeesOffer(Lines.Question(cast));
        await camera.Take(wide.Page, Group, "05 waiting, next rung");
        var sam = await cast.Sam();
        await sam.BecomeAvailable();
        await maya.Decline(Lines.Question(cast));
        await Expect(sam.Waiting).ToContainTextAsync(Lines.Question(cast));
        await camera.Take(wide.Page, Group, "06 waiting, agents");
        await sam.Take(Lines.Question(cast));
        await wide.End();
        await sam.BecomeAway();
        await maya.BecomeAway();
        await sam.Page.Context.CloseAsync();
        await maya.Page.Context.CloseAsync();

        var late = await cast.Visitor();
        await late.Ask(Lines.Question(cast));
        await Expect(late.Email).ToBeVisibleAsync();
        await camera.Take(late.Page, Group, "07 parked");
        await late.Email.FillAsync("someone@example.org");
        await late.Button(cast.Names.EmailMe).ClickAsync();
        await Expect(late.Email).ToBeHiddenAsync();
        await camera.Take(late.Page, Group, "07 parked, e-mail left");
        await late.End();
        await camera.Take(late.Page, Group, "11 withdrawn");
    }

    private static async Task Trouble(Camera camera, DemoCast cast)
    {
        var visitor = await cast.Visitor();
        await visitor.Open();
        await visitor.Question.FillAsync(Lines.Question(cast));
        await visitor.Page.Context.SetOfflineAsync(true);
        await visitor.Button(cast.Names.Ask).ClickAsync();
        await Expect(visitor.Panel.Locator("[role=alert]")).Not.ToBeEmptyAsync();
        await camera.Take(visitor.Page, Group, "12 error");
        await visitor.Page.Context.SetOfflineAsync(false);
        await visitor.Question.FillAsync(string.Concat(Enumerable.Repeat(Lines.Question(cast) + " ", 100)));
        await camera.Take(visitor.Page, Group, "13 too long");
    }
}
