using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The system's own Chromium, driven by Playwright; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Whole = ["chromium", "chromium-browser", "google-chrome"];

    // The shell draws no window frame nobody would see and takes half the time; it installs no apps and forgets the pages it leaves.
    private static readonly string[] Quick = ["chromium-headless-shell", .. Whole];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <param name="whole">With all that people have: apps to install, pages that come back as they were.</param>
    public static async Task<Chromium> Start(bool whole = false)
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        UseSystemNodeWithoutOurs();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(whole ? Whole : Quick) ?? throw new InvalidOperationException("Chromium is missing: install it (apt-get install chromium) and run this again."),
            // A page that goes back comes back as it was: our visitors' browsers do that too.
            IgnoreDefaultArgs = ["--disable-back-forward-cache", .. RoomInMemory() ? ["--disable-dev-shm-usage"] : Array.Empty<string>()],
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--no-first-run"],
        });
        return new(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    // Pictures go from process to process through files: in memory they cost a quarter less than on a disk. Small containers have no room there.
    private static bool RoomInMemory() => Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace > 1L << 30;

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
