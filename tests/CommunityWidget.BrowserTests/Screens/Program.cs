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
    await using var product = Product.Start();
    await SlowDemo.Prepare(product);
    var camera = new Camera(folder, language);
    await using var people = new DemoCast(product, chromium.Browser, language, names);
    foreach (var (part, take) in new (string, Func<Camera, DemoCast, Task>)[]
    {
        ("widget", WidgetScreens.Take), ("desk", DeskScreens.Take), ("pages", PageScreens.Take), ("review", ReviewScreens.Take),
    })
    {
        if (parts.Length == 0 || parts.Contains(part)) await take(camera, people);
    }
    await ContactSheets.Write(camera, chromium.Browser);
}
return 0;
