using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.Database;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The SQLite file; a relative path starts at the program's working directory.</summary>
    [Required(ErrorMessage = "Database:Path is empty. Name a file, such as data/community.db.")]
    public string Path { get; set; } = "data/community.db";

    /// <summary>PostgreSQL: bring the schema up at the start instead of refusing an older one. SQLite always does.</summary>
    public bool Migrate { get; set; }

    /// <summary>PostgreSQL: how many connections this node may hold. All nodes together stay below the server's <c>max_connections</c>.</summary>
    [Range(1, 1_000, ErrorMessage = "Database:PoolSize is how many connections a node may hold. Choose 1 to 1000; all nodes together stay below max_connections.")]
    public int PoolSize { get; set; } = 20;

    /// <summary>PostgreSQL: how many requests may wait for a connection; the next one is refused at once.</summary>
    [Range(1, 100_000, ErrorMessage = "Database:MostWaiting is how many requests may wait for a connection. Choose 1 to 100000.")]
    public int MostWaiting { get; set; } = 2_000;

    /// <summary>PostgreSQL: how long a connection is waited for.</summary>
    [Range(1_000, 10_000, ErrorMessage = "Database:ConnectTimeoutMs is how long a connection is waited for. Choose 1000 to 10000 milliseconds.")]
    public int ConnectTimeoutMs { get; set; } = 2_000;

    /// <summary>PostgreSQL: how long a statement may take, waiting for others included, before it is refused.</summary>
    [Range(500, 60_000, ErrorMessage = "Database:CommandTimeoutMs is how long a statement may take. Choose 500 to 60000 milliseconds.")]
    public int CommandTimeoutMs { get; set; } = 2_500;
}
