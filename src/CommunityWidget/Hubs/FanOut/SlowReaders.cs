using System.Collections.Concurrent;
using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.FanOut;

/// <summary>
/// Whoever reads more slowly than is written to them is not waited for: what they have not taken yet is counted, and past the limit they
/// are cut off. They come back and fetch what they missed by <c>seq</c>.
/// </summary>
public sealed partial class SlowReaders(ILogger<SlowReaders> log)
{
    /// <summary>Beside the 64 kB that SignalR and the server each hold, and the hundred of the system's, this keeps a connection within 256 kB.</summary>
    public const int MostBytes = 20 * 1024;

    private readonly ConcurrentDictionary<string, Backlog> _behind = new();

    /// <summary>How much a connection has not taken.</summary>
    public int Behind(string connection) => _behind.TryGetValue(connection, out var backlog) ? backlog.Bytes : 0;

    /// <summary>Writes without waiting for the other side.</summary>
    public void Write(HubConnectionContext connection, SerializedHubMessage message)
    {
        if (_behind.TryGetValue(connection.ConnectionId, out var before) && before.Cut) return;
        var write = connection.WriteAsync(message, CancellationToken.None);
        if (write.IsCompletedSuccessfully) return;
        var size = message.GetSerializedMessage(connection.Protocol).Length;
        var backlog = _behind.GetOrAdd(connection.ConnectionId, _ => new());
        if (Interlocked.Add(ref backlog.Bytes, size) > MostBytes && Interlocked.Exchange(ref backlog.Cut, true) is false)
        {
            Log.Cut(log, connection.ConnectionId, MostBytes);
            Instruments.SlowReaders.Add(1);
            connection.Abort();
            // A goodbye would stand behind what is not read, and be waited for.
            connection.GetHttpContext()?.Abort();
        }
        _ = Finish(write, connection.ConnectionId, backlog, size);
    }

    private async Task Finish(ValueTask write, string connection, Backlog backlog, int size)
    {
        try
        {
            await write;
        }
        finally
        {
            // Nobody is behind with nothing to take; whoever falls behind again gets a new count.
            if (Interlocked.Add(ref backlog.Bytes, -size) == 0) _behind.TryRemove(new(connection, backlog));
        }
    }

    private sealed class Backlog
    {
        public int Bytes;

        public bool Cut;
    }

    private static partial class Log
    {
        [LoggerMessage(611, LogLevel.Information, "Connection {Connection} did not take {Bytes} bytes in time and is cut off; it will fetch what it missed")]
        public static partial void Cut(ILogger log, string connection, int bytes);
    }
}
