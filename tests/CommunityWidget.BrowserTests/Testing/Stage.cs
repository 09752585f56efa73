using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>One program and one browser for all tests of the process, also for those that run side by side; each test opens a site of its own on it, so that none sees another's people.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly Lazy<Product> Program = new(StartProduct);
    private static readonly Lazy<Task<Chromium>> Quick = new(() => StartBrowser(whole: false)), Whole = new(() => StartBrowser(whole: true));
    private static int _scenes;

    private Product? _own;

    public Product Product => _own ?? Program.Value;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The same browser before a program of the test's own.</summary>
    public Stage On(Product product) => new() { _own = product, Browser = Browser };

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        Browser = (await Quick.Value).Browser;
    }

    /// <summary>A new site and its shop.</summary>
    /// <param name="tag">More attributes of the shop's script tag.</param>
    public Task<Scene> Open(string tag = "") => Scene.Open(this, Browser, Interlocked.Increment(ref _scenes), tag, line: null);

    /// <summary>The same, with a line to its visitors that can be disturbed.</summary>
    public Task<Scene> OpenByLine() => Scene.Open(this, Browser, Interlocked.Increment(ref _scenes), "", Line.Open(Product.Origin));

    /// <summary>A new site, its people in the whole browser.</summary>
    public async Task<Scene> OpenWhole() => await Scene.Open(this, (await Whole.Value).Browser, Interlocked.Increment(ref _scenes), "", line: null);

    // What is shared outlives each class of tests and ends with the process.
    public Task DisposeAsync() => Task.CompletedTask;

    private static Product StartProduct()
    {
        var product = Product.Start();
        AtTheEnd(product);
        return product;
    }

    private static async Task<Chromium> StartBrowser(bool whole)
    {
        var chromium = await Chromium.Start(whole);
        AtTheEnd(chromium);
        return chromium;
    }

    private static void AtTheEnd(IAsyncDisposable shared) =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.Run(async () => await shared.DisposeAsync()).Wait(TimeSpan.FromSeconds(10));
}
