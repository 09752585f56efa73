using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

public static class Axe
{
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    // What depends on the colours; the rest is the same by night.
    private static readonly AxeRunOptions Colours = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    /// <summary>Fails when axe finds anything wrong with what is on the screen, in light or in dark.</summary>
    public static async Task IsClean(this IPage page, string state)
    {
        foreach (var (scheme, options) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
        {
            var violations = await Violations(page, scheme, options);
            Assert.True(violations.Count == 0, $"{state}, {scheme}: {string.Join("; ", violations)}");
        }
    }

    public static Task<IReadOnlyList<string>> Violations(this IPage page) => Violations(page, ColorScheme.Light, Everything);

    private static async Task<IReadOnlyList<string>> Violations(IPage page, ColorScheme scheme, AxeRunOptions options)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var result = await page.RunAxe(options);
        return [.. result.Violations.Select(v => $"{v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Select(n => n.Html))}")];
    }
}
