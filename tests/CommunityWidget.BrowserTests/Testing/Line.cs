using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The line between a shop's visitors and the product: may be cut, be slow, swallow what a socket says, or let no socket through.</summary>
public sealed class Line : IAsyncDisposable
{
    private static readonly byte[] Refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly int _product;

    private Line(Uri product) => _product = product.Port;

    /// <summary><c>http://localhost:PORT</c></summary>
    public string Origin { get; private set; } = "";

    /// <summary>Nothing passes and nothing can be opened.</summary>
    public bool IsDown { get; set; }

    /// <summary>Sockets stay open and say nothing any more, in neither direction.</summary>
    public bool SwallowsSockets { get; set; }

    /// <summary>Sockets are refused, everything else passes.</summary>
    public bool RefusesSockets { get; set; }

    /// <summary>How long what is said is under way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many sockets somebody wanted to open.</summary>
    public int SocketsWanted { get; private set; }

    public static Line Open(string product)
    {
        var line = new Line(new Uri(product));
        line._listener.Start();
        line.Origin = $"http://localhost:{((IPEndPoint)line._listener.LocalEndpoint).Port}";
        _ = line.Listen();
        return line;
    }

    /// <summary>Ends everything that is open, as when a cable is pulled, and lets nothing through until <see cref="IsDown"/> is taken back.</summary>
    public void Cut()
    {
        IsDown = true;
        CutOnce();
    }

    /// <summary>Ends everything that is open; what is opened anew passes.</summary>
    public void CutOnce()
    {
        foreach (var socket in _open.Keys) Reset(socket);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task Listen()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptSocketAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket browser)
    {
        using var product = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            _open[browser] = _open[product] = true;
            try
            {
                var first = new byte[64 * 1024];
                var length = IsDown ? 0 : await browser.ReceiveAsync(first);
                if (length == 0 || IsDown) return;
                // Browsers open a socket on a connection of its own.
                var isSocket = Encoding.ASCII.GetString(first, 0, Math.Min(length, 64)).StartsWith("GET /hubs/", StringComparison.Ordinal);
                if (isSocket) SocketsWanted++;
                if (isSocket && RefusesSockets)
                {
                    await browser.SendAsync(Refusal);
                    return;
                }
                await product.ConnectAsync(IPAddress.Loopback, _product);
                await Pass(first.AsMemory(0, length), product, isSocket);
                await Task.WhenAny(Pump(browser, product, isSocket), Pump(product, browser, isSocket));
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // Either end has gone, or the line was cut.
            }
            finally
            {
                _open.TryRemove(browser, out _);
                _open.TryRemove(product, out _);
            }
        }
    }

    private async Task Pump(Socket from, Socket to, bool isSocket)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReceiveAsync(bytes) is > 0 and var length) await Pass(bytes.AsMemory(0, length), to, isSocket);
    }

    private async Task Pass(ReadOnlyMemory<byte> said, Socket to, bool isSocket)
    {
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay);
        if (isSocket && SwallowsSockets) return;
        for (var sent = 0; sent < said.Length;) sent += await to.SendAsync(said[sent..]);
    }

    private static void Reset(Socket socket)
    {
        try
        {
            // Without lingering a close is a reset.
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It had ended by itself.
        }
    }
}
