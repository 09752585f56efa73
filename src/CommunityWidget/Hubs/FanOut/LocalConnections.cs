using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Hubs.FanOut;

/// <summary>This node's connections of one hub, and the audiences they belong to. Says which audiences begin and cease to have anybody here.</summary>
/// <param name="needed">The first connection of an audience came; what it gives is waited for by whoever joins.</param>
/// <param name="unneeded">The last one left. Both are called in turn, never at once.</param>
public sealed class LocalConnections(Func<string, Task> needed, Action<string> unneeded)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Local> _connections = new();
    private readonly ConcurrentDictionary<string, Audience> _audiences = new();
    private int _count;
    private Task _all = Task.CompletedTask;

    public bool Has(string connection) => _connections.ContainsKey(connection);

    public Task Add(HubConnectionContext connection)
    {
        lock (_gate)
        {
            _connections[connection.ConnectionId] = new(connection);
            if (_count++ == 0) _all = needed(FanOutAudience.All);
            var own = needed(FanOutAudience.Connection(connection.ConnectionId));
            var user = connection.UserIdentifier is { } id ? Join(connection.ConnectionId, FanOutAudience.User(id)) : Task.CompletedTask;
            return Task.WhenAll(_all, own, user);
        }
    }

    public void Remove(HubConnectionContext connection)
    {
        lock (_gate)
        {
            if (!_connections.TryRemove(connection.ConnectionId, out var local)) return;
            foreach (var audience in local.Audiences) Drop(connection.ConnectionId, audience);
            unneeded(FanOutAudience.Connection(connection.ConnectionId));
            if (--_count == 0) unneeded(FanOutAudience.All);
        }
    }

    /// <summary>Complete once what others send to the audience arrives here too.</summary>
    public Task Join(string connection, string audience)
    {
        lock (_gate)
        {
            if (!_connections.TryGetValue(connection, out var local)) return Task.CompletedTask;
            if (!_audiences.TryGetValue(audience, out var joined)) _audiences[audience] = joined = new(needed(audience));
            if (joined.Add(local.Connection)) local.Audiences.Add(audience);
            return joined.Heard;
        }
    }

    public void Leave(string connection, string audience)
    {
        lock (_gate)
        {
            if (_connections.TryGetValue(connection, out var local) && local.Audiences.Remove(audience)) Drop(connection, audience);
        }
    }

    public IEnumerable<HubConnectionContext> In(string audience) =>
        _audiences.TryGetValue(audience, out var found) ? found.Connections : [];

    public IEnumerable<HubConnectionContext> One(string connection) => _connections.TryGetValue(connection, out var found) ? [found.Connection] : [];

    public IEnumerable<HubConnectionContext> Everybody() => _connections.Select(one => one.Value.Connection);

    private void Drop(string connection, string audience)
    {
        if (!_audiences.TryGetValue(audience, out var left)) return;
        if (left.Remove(connection) > 0) return;
        _audiences.TryRemove(audience, out _);
        unneeded(audience);
    }

    private sealed class Local(HubConnectionContext connection)
    {
        public HubConnectionContext Connection => connection;

        // Two or three, for most.
        public List<string> Audiences { get; } = new(2);
    }

    /// <summary>Changed under the gate, read by anybody. Nearly all hold one or two connections, for which a dictionary is ten times too large.</summary>
    private sealed class Audience(Task heard)
    {
        private const int Few = 16;

        private volatile HubConnectionContext[] _few = [];
        private volatile ConcurrentDictionary<string, HubConnectionContext>? _many;

        public Task Heard => heard;

        public IEnumerable<HubConnectionContext> Connections => _many is { } many ? many.Select(one => one.Value) : _few;

        /// <summary>False when it was there.</summary>
        public bool Add(HubConnectionContext connection)
        {
            if (_many is { } many) return many.TryAdd(connection.ConnectionId, connection);
            if (Array.Exists(_few, one => one.ConnectionId == connection.ConnectionId)) return false;
            if (_few.Length < Few) _few = [.. _few, connection];
            else _many = new(_few.Append(connection).Select(one => KeyValuePair.Create(one.ConnectionId, one)));
            return true;
        }

        /// <summary>Gives how many are left.</summary>
        public int Remove(string connection)
        {
            if (_many is not { } many) return (_few = [.. _few.Where(one => one.ConnectionId != connection)]).Length;
            many.TryRemove(connection, out _);
            return many.Count;
        }
    }
}
