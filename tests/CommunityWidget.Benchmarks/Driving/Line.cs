using System.Net.WebSockets;
using System.Text;

namespace CommunityWidget.Benchmarks.Driving;

/// <summary>SignalR's JSON protocol over one raw WebSocket, as cheaply as it goes: frames are told apart by how they begin, nothing is parsed.</summary>
internal sealed class Line : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Queue<TaskCompletionSource> _calls = new();
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _last;

    /// <summary>An event was pushed.</summary>
    public Action? Pushed { get; set; }

    public static async Task<Line> Open(Uri address, string? origin)
    {
        var line = new Line();
        if (origin is not null) line._socket.Options.SetRequestHeader("Origin", origin);
        line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await line._socket.ConnectAsync(address, CancellationToken.None);
        _ = line.Listen();
        await line.Write("""{"protocol":"json","version":1}""");
        await line._shaken.Task;
        return line;
    }

    /// <summary>Calls a method and waits for its answer; a refusal or an error is an exception.</summary>
    public async Task Call(string target, string arguments)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _sending.WaitAsync();
        try
        {
            lock (_calls) _calls.Enqueue(answer);
            await _socket.SendAsync(Frame($$"""{"type":1,"invocationId":"{{++_last}}","target":"{{target}}","arguments":[{{arguments}}]}"""), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
        await answer.Task;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Frame(string record)
    {
        var frame = new byte[Encoding.UTF8.GetByteCount(record) + 1];
        Encoding.UTF8.GetBytes(record, frame);
        frame[^1] = End;
        return frame;
    }

    private async Task Write(string record)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Frame(record), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Listen()
    {
        var buffer = new byte[4 * 1024];
        var held = 0;
        try
        {
            while (true)
            {
                if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var received = await _socket.ReceiveAsync(buffer.AsMemory(held), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) break;
                held += received.Count;
                var taken = TakeAll(buffer.AsSpan(0, held));
                buffer.AsSpan(taken, held - taken).CopyTo(buffer);
                held -= taken;
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed under us.
        }
        lock (_calls) while (_calls.TryDequeue(out var call)) call.TrySetException(new IOException("The line is gone."));
    }

    private int TakeAll(Span<byte> bytes)
    {
        var from = 0;
        for (int length; (length = bytes[from..].IndexOf(End)) >= 0; from += length + 1) Take(bytes.Slice(from, length));
        return from;
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        if (frame.StartsWith("{\"type\":1,"u8)) Pushed?.Invoke();
        else if (frame.StartsWith("{\"type\":3,"u8)) Answer(frame);
        // The server hears from us as often as we hear from it: our own client's way.
        else if (frame.StartsWith("{\"type\":6"u8)) _ = Write("""{"type":6}""");
        else if (frame.SequenceEqual("{}"u8)) _shaken.TrySetResult();
        else _shaken.TrySetException(new IOException(Encoding.UTF8.GetString(frame)));
    }

    private void Answer(ReadOnlySpan<byte> frame)
    {
        TaskCompletionSource call;
        lock (_calls) call = _calls.Dequeue();
        if (frame.IndexOf("\"value\":null"u8) >= 0 || frame.IndexOf("\"error\":"u8) >= 0) call.TrySetException(new IOException(Encoding.UTF8.GetString(frame)));
        else call.TrySetResult();
    }
}
