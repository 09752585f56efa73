using System.Text.Json.Nodes;

namespace CommunityWidget.Faults.Fleet;

/// <summary>What a scenario runs on.</summary>
internal sealed record Shape
{
    public int Nodes { get; init; } = 3;

    /// <summary>The nodes begin as the release before.</summary>
    public bool StartsBefore { get; init; }

    /// <summary>Clients reach the nodes through proxies.</summary>
    public bool ProxiedClients { get; init; }

    /// <summary>The nodes reach the database through a proxy.</summary>
    public bool ProxiedDatabase { get; init; }

    /// <summary>The nodes reach Redis through a proxy.</summary>
    public bool ProxiedRedis { get; init; }

    /// <summary>False: Redis is not there when the nodes start.</summary>
    public bool StartsRedis { get; init; } = true;

    public IReadOnlyList<string> Postgres { get; init; } = [];

    public IReadOnlyList<string> Redis { get; init; } = [];

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What the site's owner changed of each rung.</summary>
    public Action<JsonObject>? Ladder { get; init; }
}
