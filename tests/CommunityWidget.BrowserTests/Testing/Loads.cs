using System.Diagnostics;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>Pages that the server renders once, and whose scripts come last.</summary>
public static class Loads
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Presses a key on a page that hears it: what is pressed while it still loads is lost.</summary>
    public static async Task Press(this IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Loads the page anew until it shows what happens in its own time; who looks for it then says that it never came.</summary>
    public static async Task Until(this IPage page, ILocator what)
    {
        var address = page.Url;
        for (var began = Stopwatch.GetTimestamp(); !await what.IsVisibleAsync() && Stopwatch.GetElapsedTime(began) < Patience;) await page.GotoAsync(address);
    }
}
