// A picture of every page and state, tiled into contact sheets. Run by tests/screens.sh.
using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Screens;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;

if (args is not [var folder, ..])
{
    Console.Error.WriteLine("Say where the pictures go: dotnet run --project tests/CommunityWidget.BrowserTests -- FOLDER");
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
    await WidgetScreens.Take(camera, people);
    await DeskScreens.Take(camera, people);
    await PageScreens.Take(camera, people);
    await ReviewScreens.Take(camera, people);
    await ContactSheets.Write(camera, chromium.Browser);
}
return 0;
