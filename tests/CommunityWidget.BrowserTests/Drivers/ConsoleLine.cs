using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>A hand on the wire between a console and its server: cuts it, blocks its sockets, or lets it go dumb while it looks open.</summary>
public sealed class ConsoleLine
{
    private readonly Lock _lock = new();
    private readonly List<IWebSocketRoute> _sockets = [];
    private bool _cut;
    private int _blocked;
    private bool _mute;

    private ConsoleLine()
    {
    }

    /// <summary>How many sockets were turned away.</summary>
    public int Blocked => _blocked;

    /// <summary>No socket opens; everything else goes through.</summary>
    public bool BlocksSockets { get; set; }

    /// <summary>Takes the wire in hand and loads the page anew, so that its socket runs through it.</summary>
    public static async Task<ConsoleLine> Hold(IPage page, bool blocksSockets = false)
    {
        var line = new ConsoleLine { BlocksSockets = blocksSockets };
        await page.RouteWebSocketAsync(_ => true, line.Opened);
        await page.RouteAsync("**/api/**", route => line._cut ? route.AbortAsync("connectionfailed") : route.ContinueAsync());
        await page.ReloadAsync();
        return line;
    }

    /// <summary>Nothing goes through any more, and the page notices.</summary>
    public async Task Cut()
    {
        _cut = true;
        foreach (var socket in Open()) await socket.CloseAsync();
    }

    public void Mend() => _cut = false;

    /// <summary>The sockets open now carry nothing any more, in either direction, and nobody is told. Later ones are sound.</summary>
    public void GoDumb() => _mute = true;

    private IReadOnlyList<IWebSocketRoute> Open()
    {
        lock (_lock) return [.. _sockets];
    }

    private void Opened(IWebSocketRoute page)
    {
        if (_cut || BlocksSockets)
        {
            Interlocked.Increment(ref _blocked);
            _ = page.CloseAsync();
            return;
        }
        var wasMute = _mute;
        bool Dumb() => _mute && !wasMute;
        var server = page.ConnectToServer();
        page.OnMessage(frame =>
        {
            if (!Dumb()) Pass(server, frame);
        });
        server.OnMessage(frame =>
        {
            if (!Dumb()) Pass(page, frame);
        });
        lock (_lock) _sockets.Add(page);
    }

    private static void Pass(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Text is { } text) to.Send(text);
        else to.Send(frame.Binary!);
    }
}
