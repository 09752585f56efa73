// A picture of every page and state, tiled into contact sheets. Run by tests/screens.sh.
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Screens;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;

if (args is not [var folder, .. var parts])
{
    Console.Error.WriteLine("Say where the pictures go: dotnet run --project tests/CommunityWidget.BrowserTests -- FOLDER [PART…]");
    return 1;
}
Assertions.SetDefaultExpectTimeout(30_000);
await using var chromium = await Chromium.Start();
foreach (var (language, names) in new[] { ("en", Names.English), ("fr", Names.French) })
{
    var camera = new Camera(folder, language);
    foreach (var (part, take) in new (string, Func<Camera, DemoCast, Task>)[]
    {
        ("widget", WidgetScreens.Take), ("desk", DeskScreens.Take), ("helping", HelpingScreens.Take), ("pages", PageScreens.Take), ("answers", AnswerScreens.Take), ("review", ReviewScreens.Take),
        ("owner", OwnerScreens.Take), ("mine", MineScreens.Take), ("titles", TitleScreens.Take), ("mails", MailScreens.Take),
    })
    {
        if (parts.Length > 0 && !parts.Contains(part)) continue;
        // A shop of its own each: no part is in another's pictures, and each can be taken alone.
        await using var product = Product.Start();
        await SlowDemo.Prepare(product);
        await using var people = new DemoCast(product, chromium.Browser, language, names);
        await take(camera, people);
    }
    await ContactSheets.Write(camera, chromium.Browser);
}
return 0;
