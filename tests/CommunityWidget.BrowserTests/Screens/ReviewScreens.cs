using CommunityWidget.AnswerPages;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The moderators' desk, empty and full, and what a suspended member is told.</summary>
public static class ReviewScreens
{
    private const string Group = "review";

    private static readonly (string Path, string State)[] Empty = [("", "01 nothing to review"), ("/held", "02 nothing held"), ("/reports", "03 nothing reported"), ("/answers", "04 no new answers")];

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var nour = (await cast.SignIn("nour")).Page;
        foreach (var (path, state) in Empty) await Visit(path, state);
        var (page, draft) = await new ReviewWork(cast).Lay();
        (string Path, string State)[] full =
        [
            ("", "05 to review"), ($"/{draft.PublicId}/original", "07 original"), ($"/{draft.PublicId}/history", "08 wordings"), ("/answers", "09 new answers"), ("/sent-back", "10 sent back"),
            ("/held", "11 held"), ("/reports", "12 reports"), ("/decided", "13 decided"), ($"/{page.PublicId}/care", "14 care"), ("/decided?find=lamp", "26 no such page"), ("/members", "15 members"),
        ];
        foreach (var (path, state) in full) await Visit(path, state);
        await nour.GetByRole(AriaRole.Link, new() { Name = "Leo" }).First.ClickAsync();
        await camera.Take(nour, Group, "16 member", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation");
        await nour.Keyboard.PressAsync("?");
        await camera.Take(nour, Group, "06 keys");
        await nour.GotoAsync($"{cast.Origin}/moderation");
        await Deciding(camera, cast, nour, draft.PublicId);
        var leo = (await cast.SignIn("leo")).Page;
        await camera.Take(leo, Group, "17 standing", whole: true);

        async Task Visit(string path, string state)
        {
            await nour.GotoAsync($"{cast.Origin}/moderation{path}");
            await camera.Take(nour, Group, state, whole: true);
        }
    }

    // A note of some lines, words that changed, several at once, a double.
    private static async Task Deciding(Camera camera, DemoCast cast, IPage nour, string draft)
    {
        var card = nour.Locator($"#d-{draft}");
        await card.Locator("textarea[name=Why]").FillAsync($"{Lines.Reported(cast)}\n{Lines.Mend(cast)}\n{Lines.BrassBetter(cast)}");
        foreach (var chosen in await nour.Locator("input[data-select]").AllAsync()) await chosen.CheckAsync();
        await camera.Take(nour, Group, "18 note, several chosen", whole: true);
        await card.Locator("details[data-edit] > summary").ClickAsync();
        await card.Locator("textarea[name='Answers[0]']").FillAsync(Lines.BrassBetter(cast));
        await camera.Take(nour, Group, "19 words edited", whole: true);
        await card.Locator("details[data-edit] button").ClickAsync();
        await camera.Take(nour, Group, "20 words saved", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation/{draft}/history");
        await camera.Take(nour, Group, "21 what changed", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation");
        await nour.Locator("button[name=into]").First.ClickAsync();
        await camera.Take(nour, Group, "22 a double", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation");
        foreach (var chosen in await nour.Locator("input[data-select]").AllAsync()) await chosen.CheckAsync();
        await nour.Locator("#bulk button").Nth(1).ClickAsync();
        await camera.Take(nour, Group, "23 several rejected", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation/reports");
        await nour.Locator("li form.decide button").Last.ClickAsync();
        await camera.Take(nour, Group, "24 report decided", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation/members");
        await nour.GetByRole(AriaRole.Link, new() { Name = "Maya" }).First.Or(nour.GetByRole(AriaRole.Link, new() { Name = "Leo" }).First).First.ClickAsync();
        await nour.Locator("main form button").First.ClickAsync();
        await camera.Take(nour, Group, "25 sanction, refused", whole: true);
    }
}
