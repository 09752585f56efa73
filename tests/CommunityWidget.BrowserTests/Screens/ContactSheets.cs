using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>One sheet per group, device and language: light and dark side by side.</summary>
public static class ContactSheets
{
    private const int MostOnOne = 6;

    public static async Task Write(Camera camera, IBrowser browser)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1560, Height = 900 } });
        var page = await context.NewPageAsync();
        foreach (var group in camera.Pictures.GroupBy(p => (p.Group, p.Device)))
        {
            var (columns, most) = group.Key.Device == "phone" ? (4, 8) : (2, MostOnOne);
            var number = 0;
            foreach (var sheet in group.Chunk(most))
            {
                var name = $"sheet-{group.Key.Group}-{group.Key.Device}-{camera.Language}-{++number}";
                var html = Path.Combine(camera.Folder, name + ".html");
                await File.WriteAllTextAsync(html, Html(sheet, columns));
                await page.GotoAsync("file://" + html);
                await page.ScreenshotAsync(new() { Path = Path.Combine(camera.Folder, name + ".png"), FullPage = true });
                File.Delete(html);
            }
        }
    }

    private static string Html(IEnumerable<Picture> pictures, int columns)
    {
        var tiles = new StringBuilder();
        foreach (var picture in pictures)
            tiles.Append($"<figure><figcaption>{WebUtility.HtmlEncode(picture.State)}, {picture.Colour}</figcaption><img src=\"{picture.File}\" alt=\"\"></figure>");
        return $$"""
            <!doctype html><meta charset="utf-8">
            <style>
              body { margin: 12px; display: grid; grid-template-columns: repeat({{columns}}, 1fr); gap: 12px; background: #888; font: 14px sans-serif }
              figure { margin: 0 } figcaption { padding: 2px 0 } img { width: 100%; max-height: 1200px; object-fit: cover; object-position: top; display: block }
            </style>
            {{tiles}}
            """;
    }
}
