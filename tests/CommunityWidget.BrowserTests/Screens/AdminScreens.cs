using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

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
        await ada.GotoAsync($"{cast.Origin}/admin/explain");
        await ada.GetByRole(AriaRole.Link, new() { Name = Lines.Question(cast)[..40] }).First.ClickAsync();
        await Expect(ada.Locator(".way li")).Not.ToHaveCountAsync(0);
        await camera.Take(ada, Group, "16 way of a question", whole: true);
        await WebhookLog(camera, cast, ada);
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

    // Of a question that was asked and taken back: what the program took, and what it refused.
    private static async Task WebhookLog(Camera camera, DemoCast cast, IPage ada)
    {
        await using var program = await Receiver.Start();
        await ada.GotoAsync($"{cast.Origin}/admin/integrations");
        await ada.Locator("input[type=url]").FillAsync(program.Address);
        foreach (var kind in await ada.Locator("form[aria-labelledby=add-webhook] input[type=checkbox]").AllAsync()) await kind.CheckAsync();
        await ada.Locator("form[aria-labelledby=add-webhook] > button").ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = program.Address }).ClickAsync();
        var log = ada.Url;
        var visitor = await cast.Visitor();
        await visitor.Ask(Lines.Second(cast));
        await program.Next();
        program.RefuseFromNowOn();
        await visitor.End();
        await program.Next();
        for (var left = 20; left > 0 && await ada.Locator("main li time").CountAsync() < 2; left--) await ada.GotoAsync(log);
        await camera.Take(ada, Group, "17 webhook log", whole: true);
    }
}
