using CommunityWidget.Telemetry;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CommunityWidget.Hubs.FanOut;

/// <summary>
/// Sends to connections of this node at once, and to those of others through Redis where there is one. Stands in for the framework's manager
/// on one node, and for its Redis package on many. It never waits for a reader, nor for Redis.
/// </summary>
public sealed class FanOutLifetimeManager<THub> : HubLifetimeManager<THub>, ISendHere where THub : Hub
{
    private static readonly string Name = typeof(THub).Name;

    private static readonly KeyValuePair<string, object?> OfThisHub = new("hub", Name);

    private readonly LocalConnections _here;
    private readonly IHubProtocolResolver _protocols;
    private readonly SlowReaders _readers;
    private readonly RedisFanOut? _others;

    public FanOutLifetimeManager(IHubProtocolResolver protocols, SlowReaders readers, RedisFanOut? others = null)
    {
        (_protocols, _readers, _others) = (protocols, readers, others);
        _here = new(
            audience => others?.Subscribe(Name, audience, heard => Hear(audience, heard)) ?? Task.CompletedTask,
            audience => others?.Unsubscribe(Name, audience));
    }

    /// <summary>The connections of this node.</summary>
    public IEnumerable<HubConnectionContext> Connections => _here.Everybody();

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        Instruments.Connections.Add(1, OfThisHub);
        return _here.Add(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        Instruments.Connections.Add(-1, OfThisHub);
        _here.Remove(connection);
        return Task.CompletedTask;
    }

    public override Task SendAllAsync(string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Send(FanOutAudience.All, methodName, args);

    public override Task SendAllExceptAsync(string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        Send(FanOutAudience.All, methodName, args, excludedConnectionIds);

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendConnectionsAsync([connectionId], methodName, args, cancellationToken);

    public override Task SendConnectionsAsync(IReadOnlyList<string> connectionIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendMany(connectionIds.Select(FanOutAudience.Connection), methodName, args);

    public override Task SendGroupAsync(string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Send(FanOutAudience.Group(groupName), methodName, args);

    public override Task SendGroupsAsync(IReadOnlyList<string> groupNames, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendMany(groupNames.Select(FanOutAudience.Group), methodName, args);

    public override Task SendGroupExceptAsync(string groupName, string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        Send(FanOutAudience.Group(groupName), methodName, args, excludedConnectionIds);

    public override Task SendUserAsync(string userId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Send(FanOutAudience.User(userId), methodName, args);

    public override Task SendUsersAsync(IReadOnlyList<string> userIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendMany(userIds.Select(FanOutAudience.User), methodName, args);

    public override Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (_here.Has(connectionId)) return _here.Join(connectionId, FanOutAudience.Group(groupName));
        Ask(connectionId, FanOutVerb.Join, groupName);
        return Task.CompletedTask;
    }

    public override Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (_here.Has(connectionId)) _here.Leave(connectionId, FanOutAudience.Group(groupName));
        else Ask(connectionId, FanOutVerb.Leave, groupName);
        return Task.CompletedTask;
    }

    public void SendHere(string groupName, string methodName, object?[] args) =>
        Deliver(FanOutAudience.Group(groupName), new SerializedHubMessage(new InvocationMessage(methodName, args)), except: []);

    public bool HasHere(string groupName) => Here(FanOutAudience.Group(groupName)).Any();

    private Task SendMany(IEnumerable<string> audiences, string method, object?[] arguments)
    {
        var message = new SerializedHubMessage(new InvocationMessage(method, arguments));
        foreach (var audience in audiences) Send(audience, message, except: []);
        return Task.CompletedTask;
    }

    private Task Send(string audience, string method, object?[] arguments, IReadOnlyList<string>? except = null)
    {
        Send(audience, new SerializedHubMessage(new InvocationMessage(method, arguments)), except ?? []);
        return Task.CompletedTask;
    }

    private void Send(string audience, SerializedHubMessage message, IReadOnlyList<string> except)
    {
        using var step = Traces.Sent("push");
        var alone = Deliver(audience, message, except);
        if (_others is null || alone) return;
        var bodies = _protocols.AllProtocols.Select(protocol => new SerializedMessage(protocol.Name, message.GetSerializedMessage(protocol)));
        _others.Publish(Name, audience, new(_others.Node, FanOutVerb.Send, except, [.. bodies]));
    }

    /// <summary>True when nobody of the audience can be anywhere else.</summary>
    private bool Deliver(string audience, SerializedHubMessage message, IReadOnlyList<string> except)
    {
        var found = false;
        foreach (var connection in Here(audience))
        {
            found = true;
            if (!except.Contains(connection.ConnectionId)) _readers.Write(connection, message);
        }
        return found && FanOutAudience.ConnectionIn(audience) is not null;
    }

    private IEnumerable<HubConnectionContext> Here(string audience) => audience == FanOutAudience.All
        ? _here.Everybody()
        : FanOutAudience.ConnectionIn(audience) is { } connection ? _here.One(connection) : _here.In(audience);

    private void Hear(string audience, Envelope heard)
    {
        if (heard.Verb == FanOutVerb.Send) Deliver(audience, new SerializedHubMessage(heard.Bodies), heard.Names);
        else if (FanOutAudience.ConnectionIn(audience) is { } connection) foreach (var group in heard.Names) Change(connection, heard.Verb, group);
    }

    private void Change(string connection, FanOutVerb verb, string group)
    {
        if (verb == FanOutVerb.Join) _ = _here.Join(connection, FanOutAudience.Group(group));
        else if (verb == FanOutVerb.Leave) _here.Leave(connection, FanOutAudience.Group(group));
    }

    private void Ask(string connection, FanOutVerb verb, string group) =>
        _others?.Publish(Name, FanOutAudience.Connection(connection), new(_others.Node, verb, [group], []));
}
