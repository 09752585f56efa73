using CommunityWidget.Admin.Texts;
using CommunityWidget.Database;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The administration where it has nothing yet, where something was found or made, and where it refuses.</summary>
public static class OwnerScreens
{
    private const string Group = "owner";

    private static readonly (string Path, string State)[] Empty =
    [
        ("/admin", "02 new site"), ("/admin/people", "03 nobody yet"), ("/admin/numbers", "04 no numbers"), ("/admin/explain", "05 nothing to explain"),
        ("/admin/charter", "06 no charter"), ("/admin/judging", "07 what may be said"), ("/admin/publishing", "08 publishing"), ("/admin/identity", "09 no keys"), ("/admin/audit", "10 audit"),
    ];

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var a = AdminTexts.In(cast.Names.Language);
        await new ReviewWork(cast).Lay();
        var ada = (await cast.SignIn("ada")).Page;
        await Say(camera, cast, ada, a);
        await Charter(camera, cast, ada, a);
        await Keys(camera, cast, ada, a);
        await Records(camera, cast, ada, a);
        await Questions(camera, cast, ada);
        await Go(ada, cast, "/admin/new-site");
        await Press(ada, a.CreateSite);
        await camera.Take(ada, Group, "01 new site, refused", whole: true);
        await ada.GetByLabel(a.SiteName, new() { Exact = true }).FillAsync(cast.French ? "Les Horlogers" : "The Clockmakers");
        await ada.GetByLabel(a.SlugLabel, new() { Exact = true }).FillAsync("clocks");
        await Press(ada, a.CreateSite);
        foreach (var (path, state) in Empty)
        {
            await Go(ada, cast, path);
            await camera.Take(ada, Group, state, whole: true);
        }
    }

    private static async Task Say(Camera camera, DemoCast cast, IPage ada, AdminTexts a)
    {
        foreach (var (phrase, state) in new[] { (Lines.BrassAgain(cast)[0], "20 phrase, masked"), (Lines.Doubtful(cast)[1], "21 phrase, held") })
        {
            await Go(ada, cast, "/admin/judging");
            await ada.Locator("textarea[name=phrase]").FillAsync(phrase);
            await Press(ada, a.TryButton);
            await camera.Take(ada, Group, state, whole: true);
        }
        await ada.Locator("textarea[name='Judging.held']").FillAsync("*\nab*c*d");
        await ada.Locator("input[name='Judging.english']").FillAsync("1000");
        await Press(ada, a.Save);
        await camera.Take(ada, Group, "22 lists, refused", whole: true);
        await Go(ada, cast, "/admin/publishing");
        await ada.Locator("input[name=base]").FillAsync("shop.example/questions");
        await Press(ada, a.BaseSave);
        await camera.Take(ada, Group, "23 publishing, refused", whole: true);
    }

    private static async Task Charter(Camera camera, DemoCast cast, IPage ada, AdminTexts a)
    {
        await Go(ada, cast, "/admin/charter");
        foreach (var text in await ada.Locator("textarea").AllAsync()) await text.FillAsync(Lines.Charter(cast));
        await Press(ada, a.CharterPreview);
        await camera.Take(ada, Group, "24 charter, shown", whole: true);
        await Press(ada, a.CharterPublish);
        await camera.Take(ada, Group, "25 charter, published", whole: true);
    }

    private static async Task Keys(Camera camera, DemoCast cast, IPage ada, AdminTexts a)
    {
        await Go(ada, cast, "/admin/identity");
        await Press(ada, a.MakeIdentitySecret);
        await camera.Take(ada, Group, "26 secret made", whole: true);
        await ada.Locator("textarea[name=token]").FillAsync("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.");
        await Press(ada, a.TryToken);
        await camera.Take(ada, Group, "27 token tried", whole: true);
        await ada.Locator("textarea[name=pem]").FillAsync("-----BEGIN PUBLIC KEY-----");
        await Press(ada, a.AddPublicKey);
        await camera.Take(ada, Group, "28 key refused", whole: true);
        await Go(ada, cast, "/admin/integrations");
        await ada.Locator("form[aria-labelledby=add-webhook] > button").ClickAsync();
        await camera.Take(ada, Group, "29 webhook refused", whole: true);
    }

    private static async Task Records(Camera camera, DemoCast cast, IPage ada, AdminTexts a)
    {
        var thread = await cast.Product.Get<Db>().Find<string>("select public_id from threads order by asked_at limit 1");
        await Go(ada, cast, "/admin/privacy");
        await ada.Locator("input[name=who]").FillAsync("nobody@example.org");
        await Press(ada, a.Find);
        await camera.Take(ada, Group, "30 nobody found", whole: true);
        await ada.Locator("input[name=who]").FillAsync(thread!);
        await Press(ada, a.Find);
        await camera.Take(ada, Group, "31 somebody found", whole: true);
        await Press(ada, a.Erase);
        await camera.Take(ada, Group, "32 not sure", whole: true);
        await Go(ada, cast, "/admin/audit?what=changed");
        await camera.Take(ada, Group, "33 audit, changes", whole: true);
        await Go(ada, cast, "/admin/audit?did=never&from=2026-13-40");
        await camera.Take(ada, Group, "34 audit, refused", whole: true);
        await Go(ada, cast, "/admin/people");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Leo" }).First.ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = a.MemberData }).ClickAsync();
        await Press(ada, a.Erase);
        await camera.Take(ada, Group, "35 a member's data", whole: true);
    }

    private static async Task Questions(Camera camera, DemoCast cast, IPage ada)
    {
        await Go(ada, cast, "/admin/questions");
        await ada.Locator("input[name='Ladder.Rungs[0].Wave']").FillAsync("0");
        await ada.Locator("input[name='Ladder.Rungs[1].Offer']").FillAsync("never");
        await ada.Locator("form[aria-labelledby=ladder] > button").Last.ClickAsync();
        await camera.Take(ada, Group, "36 ladder, refused", whole: true);
    }

    private static Task Go(IPage page, DemoCast cast, string path) => page.GotoAsync(cast.Origin + path);

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();
}
