using CommunityWidget.AnswerPages;

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
            ("/held", "11 held"), ("/reports", "12 reports"), ("/decided", "13 decided"), ($"/{page.PublicId}/care", "14 care"), ("/members", "15 members"),
        ];
        foreach (var (path, state) in full) await Visit(path, state);
        await nour.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Leo" }).First.ClickAsync();
        await camera.Take(nour, Group, "16 member", whole: true);
        await nour.GotoAsync($"{cast.Origin}/moderation");
        await nour.Keyboard.PressAsync("?");
        await camera.Take(nour, Group, "06 keys");
        var leo = (await cast.SignIn("leo")).Page;
        await camera.Take(leo, Group, "17 standing", whole: true);

        async Task Visit(string path, string state)
        {
            await nour.GotoAsync($"{cast.Origin}/moderation{path}");
            await camera.Take(nour, Group, state, whole: true);
        }
    }
}
