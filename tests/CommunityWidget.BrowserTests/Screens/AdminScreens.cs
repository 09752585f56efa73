using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>What an owner sees.</summary>
public static class AdminScreens
{
    private const string Group = "admin";

    private static readonly (string Path, string State)[] Pages =
    [
        ("/admin", "01 overview"), ("/admin/site", "02 site"), ("/admin/questions", "03 questions"), ("/admin/people", "04 people"),
        ("/admin/people/list", "06 list"), ("/admin/changes", "08 changes"), ("/admin/new-site", "09 new site"),
        ("/admin/mail", "10 mail"), ("/admin/numbers", "11 numbers"), ("/admin/explain", "12 explain"),
        ("/admin/integrations", "13 integrations"), ("/admin/privacy", "14 privacy"), ("/admin/audit", "15 audit"),
    ];

    /// <summary>Gives the link of the invitation made on the way.</summary>
    public static async Task<string> Take(Camera camera, DemoCast cast)
    {
        var ada = (await cast.SignIn("ada")).Page;
        await ada.GotoAsync($"{cast.Origin}/admin/site");
        await ada.Locator("textarea[name=origins]").FillAsync("shop.example\nhttp://shop.example/basket");
        await ada.Locator("form[aria-labelledby=origins] > button").ClickAsync();
        await camera.Take(ada, Group, "02 site, refused", whole: true);
        foreach (var (path, state) in Pages)
        {
            await ada.GotoAsync(cast.Origin + path);
            await camera.Take(ada, Group, state, whole: true);
        }
        await ada.GotoAsync($"{cast.Origin}/admin/people/list");
        await ada.Locator("textarea[name=text]").FillAsync("name,email,roles,languages,topics\nZoé,zoe@example.org,super_user,fr en,bulbs\nLéo,leo@nowhere,owner,fr,\n");
        await ada.Locator("main form button").First.ClickAsync();
        await camera.Take(ada, Group, "07 list, checked", whole: true);
        await ada.GotoAsync($"{cast.Origin}/admin/people");
        await ada.Locator("input[type=email]").FillAsync($"zoe-{camera.Language}@example.org");
        await ada.Locator("input[name='Form.Name']").FillAsync("Zoé");
        await ada.Locator("input[name='Form.Roles']").First.CheckAsync();
        await ada.Locator("input[name='Form.Languages']").First.CheckAsync();
        await ada.Locator("button[name=by][value=link]").First.ClickAsync();
        var link = await ada.Locator("#link").InnerTextAsync();
        await camera.Take(ada, Group, "05 link made", whole: true);
        await ada.GetByRole(AriaRole.Link, new() { Name = "Leo" }).First.ClickAsync();
        await camera.Take(ada, Group, "10 member", whole: true);
        return link;
    }
}
