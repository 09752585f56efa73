using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.BrowserTests.Testing;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The people of the demo shop and its visitors, all of one language.</summary>
public sealed class DemoCast(Product product, IBrowser browser, string language, Names names) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];

    public Product Product => product;

    public string Origin => product.Origin;

    public Names Names => names;

    public bool French => language == "fr";

    /// <summary>A page of the demo shop.</summary>
    public async Task<VisitorPage> Visitor(string path = "/demo/products/aube")
    {
        var seat = await Seat();
        await seat.Page.GotoAsync(Origin + path);
        return new(seat.Page, seat.Watch, names);
    }

    public async Task<ConsolePage> Maya() => new(await SignIn("maya"), names);

    public async Task<InboxPage> Sam() => new(await SignIn("sam"), names);

    /// <summary>A demo person on the page they land on.</summary>
    public async Task<Seat> SignIn(string person)
    {
        var seat = await Seat();
        await seat.Page.GotoAsync($"{Origin}/demo/sign-in/{person}");
        await seat.Page.Locator("main form button").ClickAsync();
        await seat.Page.WaitForURLAsync(url => !url.Contains("/sign-in/", StringComparison.Ordinal));
        return seat;
    }

    public async Task<Seat> Seat()
    {
        var context = await browser.NewContextAsync(new() { Locale = French ? "fr-FR" : "en-GB", ViewportSize = new() { Width = 1280, Height = 800 } });
        _contexts.Add(context);
        var watch = await Watch.Over(context);
        return new(await context.NewPageAsync(), watch);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
    }
}
