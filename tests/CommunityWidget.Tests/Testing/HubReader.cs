using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Testing;

/// <summary>A connection as a lifetime manager knows it, without a network: keeps the methods that were called on it.</summary>
public sealed class HubReader : IInvocationBinder, IAsyncDisposable
{
    private static readonly JsonHubProtocol Json = new();

    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 64 * 1024));
    private readonly Signal _changed = new();
    private readonly ConcurrentQueue<string> _heard = new();

    public HubReader(string? user = null, bool reads = true)
    {
        var id = Guid.CreateVersion7().ToString("n");
        var connection = new DefaultConnectionContext(id) { Transport = new Ends(new Pipe().Reader, _toClient.Writer) };
        Connection = new HubConnectionContext(connection, new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromMinutes(5) }, NullLoggerFactory.Instance)
        {
            Protocol = Json,
            UserIdentifier = user,
        };
        if (reads) _ = Read();
    }

    public HubConnectionContext Connection { get; }

    public string Id => Connection.ConnectionId;

    /// <summary>What was heard so far, in order, each as <c>method(argument)</c>; <c>moved</c> is the server's word to come back elsewhere.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    public void Forget() => _heard.Clear();

    public Task<object> Until(string heard) => _changed.Until<object>(() => _heard.Contains(heard) ? this : null, $"{heard}; heard {string.Join(' ', _heard)}");

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(string)];

    public Type GetReturnType(string invocationId) => typeof(object);

    public Type GetStreamItemType(string streamId) => typeof(object);

    public async ValueTask DisposeAsync()
    {
        Connection.Abort();
        await _toClient.Writer.CompleteAsync();
    }

    private async Task Read()
    {
        while (await _toClient.Reader.ReadAsync() is { IsCompleted: false } read)
        {
            var bytes = read.Buffer;
            while (Json.TryParseMessage(ref bytes, this, out var message))
            {
                if (message is CloseMessage { AllowReconnect: true }) _heard.Enqueue("moved");
                if (message is InvocationMessage call) _heard.Enqueue($"{call.Target}({string.Join(',', call.Arguments)})");
            }
            _toClient.Reader.AdvanceTo(bytes.Start, bytes.End);
            _changed.Raise();
        }
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
