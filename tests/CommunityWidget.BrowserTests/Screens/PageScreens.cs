using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The demo shop, the doors, and what an owner sees.</summary>
public static class PageScreens
{
    public static async Task Take(Camera camera, DemoCast cast)
    {
        await Shop(camera, cast);
        await Doors(camera, cast);
        await Staff(camera, cast);
    }

    private static async Task Shop(Camera camera, DemoCast cast)
    {
        var page = (await cast.Seat()).Page;
        await Visit(camera, page, cast, "/demo", "shop", "home");
        await Visit(camera, page, cast, "/demo/products/aube", "shop", "product");
    }

    private static async Task Doors(Camera camera, DemoCast cast)
    {
        var page = (await cast.Seat()).Page;
        await Visit(camera, page, cast, "/sign-in", "doors", "sign in");
        await Visit(camera, page, cast, "/demo/sign-in/maya", "doors", "demo sign in");
        await Visit(camera, page, cast, "/confirm-email", "doors", "confirm an address");
        await Visit(camera, page, cast, "/stop-mails", "doors", "stop mails");
        await Visit(camera, page, cast, "/nowhere", "doors", "not found");
        var maya = (await cast.SignIn("maya")).Page;
        await Visit(camera, maya, cast, "/admin", "doors", "not yours");
    }

    private static async Task Staff(Camera camera, DemoCast cast)
    {
        await new ReviewWork(cast).Lay();
        // One of which the owner reads why it waits.
        var visitor = await cast.Visitor();
        await visitor.Ask(Lines.Question(cast));
        var nour = (await cast.SignIn("nour")).Page;
        await camera.Take(nour, "staff", "moderation", whole: true);
        await nour.GetByRole(AriaRole.Button, new() { Name = cast.Names.Publish, Exact = true }).First.ClickAsync();
        await nour.GetByRole(AriaRole.Status).WaitForAsync();
        await camera.Take(nour, "staff", "moderation, published", whole: true);
        var link = await AdminScreens.Take(camera, cast);
        var guest = (await cast.Seat()).Page;
        await guest.GotoAsync(link);
        await camera.Take(guest, "doors", "invitation", whole: true);
    }

    private static async Task Visit(Camera camera, IPage page, DemoCast cast, string path, string group, string state)
    {
        await page.GotoAsync(cast.Origin + path);
        await camera.Take(page, group, state, whole: true);
    }
}
