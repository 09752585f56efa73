using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>Readers who ask one server for pages over lines that stay open, each the next as soon as it has one: as little of a client as there can be.</summary>
internal sealed class PageReaders : IDisposable
{
    private const int Count = 16;

    private readonly Socket[] _lines;
    private readonly byte[][] _requests;
    private int _next;

    /// <param name="server">Where.</param>
    /// <param name="paths">What they ask for, in turn.</param>
    public PageReaders(Uri server, IReadOnlyList<string> paths)
    {
        _requests = [.. paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\n\r\n"))];
        _lines = [.. Enumerable.Range(0, Count).Select(_ =>
        {
            var line = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            line.Connect(server.Host, server.Port);
            return line;
        })];
    }

    /// <summary>How many were asked for so far.</summary>
    public int Asked => Volatile.Read(ref _next);

    /// <summary>Pages a second.</summary>
    public async Task<double> Read(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var read = await Task.WhenAll(_lines.Select(line => Task.Run(() => Read(line, started, time))));
        return read.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var line in _lines) line.Dispose();
    }

    private async Task<int> Read(Socket line, long started, TimeSpan time)
    {
        var (buffer, count) = (new byte[1 << 18], 0);
        for (; Stopwatch.GetElapsedTime(started) < time; count++)
        {
            await line.SendAsync(_requests[(uint)Interlocked.Increment(ref _next) % _requests.Length]);
            await Answer(line, buffer);
        }
        return count;
    }

    private static async Task Answer(Socket line, byte[] buffer)
    {
        var (held, whole) = (0, -1);
        while (whole < 0 || held < whole)
        {
            var read = await line.ReceiveAsync(buffer.AsMemory(held));
            if (read == 0) throw new IOException("The server hung up.");
            held += read;
            if (whole < 0) whole = Length(buffer.AsSpan(0, held));
        }
    }

    // Every server here says how long its answer is.
    private static int Length(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return -1;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.ASCII.GetString(answer[..head]));
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(answer[(at + 16)..], out int length, out _)) throw new IOException($"No length is said: {Encoding.ASCII.GetString(answer[..head])}");
        return head + 4 + length;
    }
}
