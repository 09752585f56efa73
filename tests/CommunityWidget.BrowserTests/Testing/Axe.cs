using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>axe-core, read once by each page it looks at: its own driver has a page of its own read it twice for every look.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Violated = ["violations"];

    private static readonly object Everything = new { resultTypes = Violated };

    // What depends on the colours; the rest is the same by night.
    private static readonly object Colours = new { resultTypes = Violated, runOnly = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } } };

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

    private static async Task<IReadOnlyList<string>> Violations(IPage page, ColorScheme scheme, object options)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, options)).violations
                .map(v => `${v.id} (${v.help}) at ${v.nodes.map(node => node.html).join(", ")}`)
            """,
            options);
    }
}
