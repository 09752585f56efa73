using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>What is somebody's own: a visitor's earlier conversations and data, a member's charter and what moderators decided about them.</summary>
public static class MineScreens
{
    private const string Group = "mine";

    public static async Task Take(Camera camera, DemoCast cast)
    {
        await Visitor(camera, cast);
        await Member(camera, cast);
    }

    private static async Task Visitor(Camera camera, DemoCast cast)
    {
        var maya = await cast.Maya();
        await maya.BecomeAvailable();
        var visitor = await cast.Visitor();
        foreach (var (text, mayPublish) in new[] { (Lines.Question(cast), true), (Lines.Brass(cast)[0], false) })
        {
            await visitor.Ask(text);
            await maya.SeesOffer(text);
            await maya.Accept(text);
            await maya.Say(Lines.Answer(cast));
            await visitor.Hears(Lines.Answer(cast));
            await visitor.End();
            await visitor.Rate(5, mayPublish);
            if (mayPublish) await camera.Take(visitor.Page, Group, "01 rated");
            await visitor.Button(cast.French ? "Poser une autre question" : "Ask another question").ClickAsync();
            await Expect(visitor.Question).ToBeVisibleAsync();
            await visitor.Page.ReloadAsync();
        }
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.Panel.Locator("details")).ToHaveCountAsync(2);
        await camera.Take(visitor.Page, Group, "02 here again");
        await visitor.Panel.Locator("summary").First.ClickAsync();
        await camera.Take(visitor.Page, Group, "03 own conversations");
        await visitor.Panel.Locator("summary").First.ClickAsync();
        await visitor.Panel.Locator("summary").Last.ClickAsync();
        await camera.Take(visitor.Page, Group, "04 own data");
        await visitor.Panel.Locator("details[open] button").Last.ClickAsync();
        await camera.Take(visitor.Page, Group, "05 sure");
        await visitor.Panel.Locator("details[open] button").Last.ClickAsync();
        await Expect(visitor.Panel.Locator("[role=alert]")).Not.ToBeEmptyAsync();
        await camera.Take(visitor.Page, Group, "06 erased");
        await maya.BecomeAway();
        await maya.Page.Context.CloseAsync();
    }

    private static async Task Member(Camera camera, DemoCast cast)
    {
        var page = (await cast.Seat()).Page;
        await Visit(page, "/charter/demo", "07 no charter");
        var ada = (await cast.SignIn("ada")).Page;
        await ada.GotoAsync($"{cast.Origin}/admin/charter");
        foreach (var text in await ada.Locator("main form:first-of-type textarea").AllAsync()) await text.FillAsync(Lines.Charter(cast));
        await ada.Locator("main form:first-of-type button").First.ClickAsync();
        await ada.GetByRole(AriaRole.Status).WaitForAsync();
        var leo = (await cast.SignIn("leo")).Page;
        await camera.Take(leo, Group, "08 charter first, console");
        await Visit(leo, "/charter/demo", "09 charter owed");
        await leo.Locator("form.card button").ClickAsync();
        await camera.Take(leo, Group, "10 charter agreed", whole: true);
        await Visit(leo, "/account", "11 account");
        await Visit(leo, "/contributions", "12 contributions");
        var site = (await cast.Product.Get<SiteStore>().BySlug("demo"))!;
        var (nour, him) = (await cast.Product.Get<MemberStore>().ByEmail(site.Id, "nour@demo.invalid"), await cast.Product.Get<MemberStore>().ByEmail(site.Id, "leo@demo.invalid"));
        foreach (var kind in new[] { SanctionKinds.Reminder, SanctionKinds.Probation })
            await cast.Product.Get<IssueSanction>().Run(new(site, nour!), him!.Id, new(kind, 7, SanctionTexts.In(cast.Names.Language).Reasons["respect"]));
        await Visit(leo, "/console", "13 reminded, console");
        await Visit(leo, "/standing", "14 standing");
        await leo.Locator("textarea").First.FillAsync(Lines.Objection(cast));
        await leo.Locator("main form button").First.ClickAsync();
        await camera.Take(leo, Group, "15 objected", whole: true);

        async Task Visit(IPage who, string path, string state)
        {
            await who.GotoAsync(cast.Origin + path);
            await camera.Take(who, Group, state, whole: true);
        }
    }
}
