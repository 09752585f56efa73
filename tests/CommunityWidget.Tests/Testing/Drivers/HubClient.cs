using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>SignalR's JSON protocol over one raw WebSocket: nothing between the test and the frames.</summary>
public sealed class HubClient(Action<string, JsonElement> pushed) : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<HubEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _reason;
    private long _heardAt = Stopwatch.GetTimestamp();
    private int _lastCall;

    /// <summary>Completes when the line is gone, however it went.</summary>
    public Task<HubEnd> Ended => _ended.Task;

    /// <summary>The server said that it ends the line and that another one is welcome.</summary>
    public bool WasMoved { get; private set; }

    /// <summary>Every frame that came, as it came.</summary>
    public ConcurrentQueue<string> Frames { get; } = new();

    /// <summary>How many pings the server sent.</summary>
    public int Pings { get; private set; }

    /// <summary>For how long nothing has come, not even a ping.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _heardAt));

    public static async Task<HubClient> Connect(Uri address, string? origin, Action<string, JsonElement> pushed)
    {
        var client = new HubClient(pushed);
        if (origin is not null) client._socket.Options.SetRequestHeader("Origin", origin);
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        using var late = new CancellationTokenSource(Wire.Patience);
        await client._socket.ConnectAsync(address, late.Token);
        _ = client.Listen();
        await client.SendText("""{"protocol":"json","version":1}""");
        await client._shaken.Task.WaitAsync(Wire.Patience);
        return client;
    }

    /// <summary>Calls a method and gives its answer; throws <see cref="HubError"/> when the hub has none.</summary>
    public async Task<T> Call<T>(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString();
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_ended.Task.IsCompleted) answer.TrySetException(new HubError("the line is gone"));
        await SendText(Wire.Write(new { type = 1, invocationId = id, target = method, arguments }));
        var result = await answer.Task.WaitAsync(Wire.Patience);
        return result.ValueKind == JsonValueKind.Undefined ? default! : result.Deserialize<T>(Wire.Json)!;
    }

    /// <summary>One record, its end added.</summary>
    public Task SendText(string record) => SendBytes([.. Encoding.UTF8.GetBytes(record), End]);

    /// <summary>These bytes and no others.</summary>
    public async Task SendBytes(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text, bool last = true)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, last, CancellationToken.None);
        }
        catch (WebSocketException error)
        {
            throw new HubError($"the line broke: {error.Message}");
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Gone without a word, as a phone in a tunnel.</summary>
    public void Vanish() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
                await _ended.Task.WaitAsync(late.Token);
            }
            catch (Exception error) when (error is WebSocketException or OperationCanceledException)
            {
                // It was going anyway.
            }
        }
        _socket.Dispose();
    }

    private async Task Listen()
    {
        var (buffer, record) = (new byte[16 * 1024], new MemoryStream());
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                Volatile.Write(ref _heardAt, Stopwatch.GetTimestamp());
                if (received.MessageType == WebSocketMessageType.Close) break;
                foreach (var b in buffer.AsSpan(0, received.Count))
                {
                    if (b != End) record.WriteByte(b);
                    else Take(record);
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _reason ??= error.Message;
        }
        Finish(new(_socket.CloseStatus, _reason));
    }

    private void Take(MemoryStream record)
    {
        using var document = JsonDocument.Parse(record.GetBuffer().AsMemory(0, (int)record.Length));
        var frame = document.RootElement.Clone();
        Frames.Enqueue(frame.GetRawText());
        record.SetLength(0);
        switch (frame.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 0 when frame.TryGetProperty("error", out var refused): _shaken.TrySetException(new HubError(refused.GetString()!)); break;
            case 0: _shaken.TrySetResult(); break;
            case 1: pushed(frame.GetProperty("target").GetString()!, frame.GetProperty("arguments")); break;
            case 3: Complete(frame); break;
            case 6: Pings++; _ = SendText("""{"type":6}"""); break;
            case 7:
                _reason = frame.TryGetProperty("error", out var reason) ? reason.GetString() : null;
                if (frame.TryGetProperty("allowReconnect", out var again) && again.GetBoolean()) MoveOn();
                break;
        }
    }

    // As our clients do: the line ends here, and another one is opened.
    private void MoveOn()
    {
        WasMoved = true;
        _ = _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private void Complete(JsonElement frame)
    {
        if (!_calls.TryRemove(frame.GetProperty("invocationId").GetString()!, out var call)) return;
        if (frame.TryGetProperty("error", out var error)) call.TrySetException(new HubError(error.GetString()!));
        else call.TrySetResult(frame.TryGetProperty("result", out var result) ? result : default);
    }

    private void Finish(HubEnd end)
    {
        _ended.TrySetResult(end);
        _shaken.TrySetException(new HubError("the line ended before the handshake"));
        foreach (var call in _calls.Values) call.TrySetException(new HubError($"the line is gone: {end.Reason}"));
    }
}

/// <summary>How a line ended.</summary>
/// <param name="Status">The closing handshake's number, if there was one.</param>
/// <param name="Reason">What the hub said, or how the line broke.</param>
public sealed record HubEnd(WebSocketCloseStatus? Status, string? Reason);

/// <summary>The hub gave no answer: an error, or a broken line.</summary>
public sealed class HubError(string message) : Exception(message);
