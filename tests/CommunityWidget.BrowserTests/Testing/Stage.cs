using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>One program and one browser for all tests of the process, also for those that run side by side; each test opens a site of its own on it, so that none sees another's people.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly Lazy<Task<(Product Product, Chromium Chromium)>> Shared = new(Start);
    private static int _scenes;

    public Product Product { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var (product, chromium) = await Shared.Value;
        (Product, Browser) = (product, chromium.Browser);
    }

    /// <summary>A new site and its shop.</summary>
    /// <param name="tag">More attributes of the shop's script tag.</param>
    public Task<Scene> Open(string tag = "") => Scene.Open(this, Interlocked.Increment(ref _scenes), tag);

    // What is shared outlives each class of tests and ends with the process.
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<(Product Product, Chromium Chromium)> Start()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        var (product, chromium) = (Product.Start(), await Chromium.Start());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.Run(async () =>
        {
            await chromium.DisposeAsync();
            await product.DisposeAsync();
        }).Wait(TimeSpan.FromSeconds(10));
        return (product, chromium);
    }
}
