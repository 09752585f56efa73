using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The system's own Chromium, driven by Playwright; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // The shell draws no window frame nobody would see and takes half the time.
    private const string Shell = "chromium-headless-shell";

    private static readonly string[] Names = [Shell, "chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <param name="whole">Not the shell, which cannot bring a page back as it was.</param>
    public static async Task<Chromium> Start(bool whole = false)
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        UseSystemNodeWithoutOurs();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(whole ? Names.Where(name => name != Shell) : Names) ?? throw new InvalidOperationException("Chromium is missing: install it (apt-get install chromium) and run this again."),
            // Our visitors' browsers bring pages back as they were.
            IgnoreDefaultArgs = whole ? ["--disable-back-forward-cache"] : [],
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--no-first-run"],
        });
        return new(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    // The driver brings a node for the usual machines; elsewhere the one that built the widget does.
    private static void UseSystemNodeWithoutOurs()
    {
        var brought = Path.Combine(AppContext.BaseDirectory, ".playwright", "node");
        if (Directory.Exists(brought) && Directory.EnumerateFiles(brought, "node*", SearchOption.AllDirectories).Any()) return;
        if (Find(["node"]) is { } node) Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", node);
    }

    private static string? Find(IEnumerable<string> names) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
