using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

public static class Axe
{
    /// <summary>Fails when axe finds anything wrong with what is on the screen, in light or in dark.</summary>
    public static async Task IsClean(this IPage page, string state)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{state}, {scheme}: " + string.Join("; ", result.Violations.Select(v =>
                $"{v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Select(n => $"{n.Target} {n.Html}"))}")));
        }
    }
}
