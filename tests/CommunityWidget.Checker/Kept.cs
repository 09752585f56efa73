using Microsoft.Data.Sqlite;

namespace CommunityWidget.Checker;

/// <summary>What the database kept, read from a copy.</summary>
public sealed class Kept
{
    private Kept(SqliteConnection db)
    {
        Integrity = string.Join("; ", Rows(db, "pragma integrity_check", r => r.GetString(0)));
        At = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Threads = Rows(db, "select id, public_id, state, rung, rung_entered_at, fence, last_seq, responder, ladder from threads join (select id as site_id, ladder from sites) on site_id = site", r =>
            new KeptThread(Text(r, 0)!, Text(r, 1)!, Text(r, 2)!, r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), Text(r, 7)?.ToLowerInvariant(), Text(r, 8)!));
        Events = Rows(db, "select t.public_id, e.seq, e.kind, e.audience, e.author_kind, e.author, e.client_key, e.body, e.status from events e join threads t on t.id = e.thread order by e.thread, e.seq", r =>
            new KeptEvent(Text(r, 0)!, r.GetInt64(1), Text(r, 2)!, Text(r, 3)!, Text(r, 4)!, Text(r, 5)?.ToLowerInvariant(), Text(r, 6), Text(r, 7), KeptStatus.Read(Text(r, 8)))).ToLookup(e => e.Thread);
        Offers = Rows(db, "select t.public_id, o.member, o.state, o.fence, o.deadline, o.ended_at from offers o join threads t on t.id = o.thread", r =>
            new KeptOffer(Text(r, 0)!, Text(r, 1)!.ToLowerInvariant(), Text(r, 2)!, r.GetInt64(3), r.GetInt64(4), r.IsDBNull(5) ? null : r.GetInt64(5)));
        Members = Rows(db, "select id, name, seats, busy, offered from members", r =>
            new KeptMember(Text(r, 0)!.ToLowerInvariant(), Text(r, 1)!, r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)));
    }

    public string Integrity { get; }

    /// <summary>When the copy was made.</summary>
    public long At { get; }

    public IReadOnlyList<KeptThread> Threads { get; }
    public ILookup<string, KeptEvent> Events { get; }
    public IReadOnlyList<KeptOffer> Offers { get; }
    public IReadOnlyList<KeptMember> Members { get; }

    /// <summary>One consistent moment of the file, its log included, whether its program is running, stopped or was killed.</summary>
    public static Kept Copy(string database)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        using var copy = new SqliteConnection("Data Source=:memory:;Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        return new(copy);
    }

    private static List<T> Rows<T>(SqliteConnection db, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
