using System.Net.Sockets;
using System.Text;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>Opens a socket to a hub, byte by byte, and then reads one byte a second.</summary>
public sealed class SlowClient : IAsyncDisposable
{
    private readonly TcpClient _line = new() { ReceiveBufferSize = 4 * 1024 };
    private readonly CancellationTokenSource _over = new();

    private SlowClient()
    {
    }

    public static async Task<SlowClient> Connect(Uri hub)
    {
        var client = new SlowClient();
        await client._line.ConnectAsync(hub.Host, hub.Port);
        var stream = client._line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {hub.PathAndQuery} HTTP/1.1\r\nHost: {hub.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal)) head += (char)stream.ReadByte();
        if (!head.StartsWith("HTTP/1.1 101", StringComparison.Ordinal)) throw new HubError(head);
        await stream.WriteAsync(Frame("{\"protocol\":\"json\",\"version\":1}\u001e"));
        _ = client.Read(stream);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _line.Dispose();
        _over.Dispose();
    }

    // Masked with zeros, as a client must mask.
    private static byte[] Frame(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];

    private async Task Read(NetworkStream stream)
    {
        try
        {
            var one = new byte[1];
            while (await stream.ReadAsync(one, _over.Token) == 1) await Task.Delay(TimeSpan.FromSeconds(1), _over.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The line was cut, or the test is over.
        }
    }
}
