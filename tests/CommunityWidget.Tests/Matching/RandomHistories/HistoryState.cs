using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Dapper;
using System.Data.Common;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>All rows the invariants speak of, read straight from the tables on a connection of its own.</summary>
public sealed class HistoryState
{
    public required long Now { get; set; }

    /// <summary>The database's own count of other connections' commits: unchanged means there is nothing new to read.</summary>
    public required long Version { get; init; }

    public required IReadOnlyList<ThreadRecord> Threads { get; init; }
    public required IReadOnlyList<Offer> Offers { get; init; }
    public required IReadOnlyList<Member> Members { get; init; }
    public required ILookup<Guid, PartRow> Parts { get; init; }
    public required ILookup<Guid, EventRow> Events { get; init; }
    public required ILookup<Guid, string> Topics { get; init; }

    public IReadOnlyList<Guid> Helpers(Guid thread) => [.. Parts[thread].Where(p => p.LeftAt is null && p.Role == ParticipantStore.Helper).Select(p => p.Member)];

    public IEnumerable<Offer> Open => Offers.Where(o => o.IsOpen);

    private const string PostgresVersion = "select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)", SqliteVersion = "pragma data_version";

    public static async Task<HistoryState> Read(DbConnection connection, long now, HistoryState? before = null)
    {
        var version = await connection.QueryFirstAsync<long>(TestDatabase.IsPostgres ? PostgresVersion : SqliteVersion);
        if (before?.Version == version)
        {
            before.Now = now;
            return before;
        }
        var parts = await connection.QueryAsync<PartRow>("select * from participants");
        var events = await connection.QueryAsync<EventRow>("select thread, seq, kind, author_kind, author, status, at from events order by thread, seq");
        var topics = await connection.QueryAsync<MemberTopic>("select * from member_topics");
        return new()
        {
            Now = now,
            Version = version,
            Threads = (await connection.QueryAsync<ThreadRecord>("select * from threads")).AsList(),
            Offers = (await connection.QueryAsync<Offer>("select * from offers order by offered_at, wave, id")).AsList(),
            Members = (await connection.QueryAsync<Member>("select * from members")).AsList(),
            Parts = parts.ToLookup(p => p.Thread),
            Events = events.ToLookup(e => e.Thread),
            Topics = topics.ToLookup(t => t.Member, t => t.Topic),
        };
    }
}

public sealed record PartRow
{
    public Guid Thread { get; init; }
    public Guid Member { get; init; }
    public string Role { get; init; } = "";
    public long JoinedAt { get; init; }
    public long? LeftAt { get; init; }
    public string? LeftReason { get; init; }
}
