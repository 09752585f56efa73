using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace CommunityWidget.Servers;

/// <summary>One line through a <see cref="TcpProxy"/>: two directions, each in order.</summary>
internal sealed class ProxiedLine(TcpProxy proxy, Socket client)
{
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(1_500), Look = TimeSpan.FromMilliseconds(100);

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private long _taken;

    public long Since { get; } = Stopwatch.GetTimestamp();

    public int ServerSide { get; private set; }

    /// <summary>Bytes it has taken from the server so far.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Swallows what is sent from now on.</summary>
    public bool IsForgotten { get; set; }

    public async Task Run(CancellationToken ended)
    {
        try
        {
            client.NoDelay = true;
            if (proxy.IsNarrow) _server.ReceiveBufferSize = client.SendBufferSize = 4 * 1024;
            await _server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, proxy.Target), ended);
            ServerSide = ((IPEndPoint)_server.LocalEndPoint!).Port;
            await Task.WhenAll(Carry(client, _server, fromServer: false, ended), Carry(_server, client, fromServer: true, ended));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side is not there, or somebody cut the line.
        }
        Reset();
    }

    public void Reset()
    {
        foreach (var end in new[] { client, _server })
        {
            try
            {
                end.LingerState = new(enable: true, 0);
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }
            end.Dispose();
        }
    }

    private async Task Carry(Socket from, Socket to, bool fromServer, CancellationToken ended)
    {
        var way = Channel.CreateBounded<(byte[] Bytes, long At)>(proxy.IsNarrow ? 1 : 64);
        var handing = HandOn(way.Reader, to, fromServer, ended);
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, ended) is var count and > 0)
            {
                if (fromServer) Interlocked.Add(ref _taken, count);
                if (fromServer && proxy.CutInsteadOf?.Invoke(buffer.AsMemory(0, count)) == true)
                {
                    Reset();
                    return;
                }
                await way.Writer.WriteAsync((buffer[..count], Stopwatch.GetTimestamp()), ended);
            }
        }
        catch (SocketException) when (!ended.IsCancellationRequested)
        {
            Reset();
        }
        way.Writer.Complete();
        await handing;
    }

    private async Task HandOn(ChannelReader<(byte[] Bytes, long At)> way, Socket to, bool fromServer, CancellationToken ended)
    {
        var due = 0L;
        await foreach (var (bytes, at) in way.ReadAllAsync(ended))
        {
            // As TCP does it: what was sent into the hole arrives once there is none any more, if both sides still wait.
            while (proxy.Weather.IsHole) await Task.Delay(Look, ended);
            if (IsForgotten) continue;
            var weather = proxy.Weather;
            if (weather.Delay > TimeSpan.Zero)
            {
                var delay = weather.Delay + (weather.Jitter * ((Random.Shared.NextDouble() * 2) - 1)) + (Random.Shared.NextDouble() < weather.StallChance ? Stall : TimeSpan.Zero);
                // In order: nothing overtakes what is late.
                due = Math.Max(due, at + (long)(delay.TotalSeconds * Stopwatch.Frequency));
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, ended);
            }
            if (fromServer && weather.BytesPerSecond > 0) await Trickle(bytes, to, ended);
            else await Send(to, bytes, ended);
        }
        to.Shutdown(SocketShutdown.Send);
    }

    private async Task Trickle(byte[] bytes, Socket to, CancellationToken ended)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var speed = proxy.Weather.BytesPerSecond;
            var count = speed == 0 ? bytes.Length - sent : Math.Min(Math.Max(1, speed / 10), bytes.Length - sent);
            await Send(to, bytes.AsMemory(sent, count), ended);
            sent += count;
            if (speed > 0) await Task.Delay(speed < 10 ? TimeSpan.FromSeconds(1.0 / speed) : Look, ended);
        }
    }

    private static async Task Send(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken ended)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes, ended)..];
    }
}
