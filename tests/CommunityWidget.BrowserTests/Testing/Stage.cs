using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>One program and one browser for all tests; each test opens a site of its own on it, so that none sees another's people.</summary>
public sealed class Stage : IAsyncLifetime
{
    private int _scenes;
    private Chromium _chromium = null!;

    public Product Product { get; private set; } = null!;

    public IBrowser Browser => _chromium.Browser;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        Product = Product.Start();
        _chromium = await Chromium.Start();
    }

    /// <summary>A new site and its shop.</summary>
    /// <param name="tag">More attributes of the shop's script tag.</param>
    public Task<Scene> Open(string tag = "") => Scene.Open(this, Interlocked.Increment(ref _scenes), tag, line: null);

    /// <summary>The same, with a line to its visitors that can be disturbed.</summary>
    public Task<Scene> OpenByLine() => Scene.Open(this, Interlocked.Increment(ref _scenes), "", Line.Open(Product.Origin));

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await Product.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Stage))]
public sealed class StageCollection : ICollectionFixture<Stage>;
