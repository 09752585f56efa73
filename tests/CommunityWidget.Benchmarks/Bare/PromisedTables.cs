using Npgsql;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>
/// The record, and before it what a promise needs read for each message, by the plainest statements: its thread under a lock with who takes part,
/// and whether its key was there before. It tells how much of a difference no program with these promises can avoid.
/// </summary>
internal static class PromisedTables
{
    public const string Create = "create table if not exists participants (thread text, member text, primary key (thread, member));";

    /// <summary>On SQLite, for each message: who takes part, the thread's head, the key; whoever was not there takes part from now on.</summary>
    public static readonly string[] LooksOfSqlite =
    [
        "select seq, at from heads where thread = @thread",
        "select member from participants where thread = @thread",
        "select seq from keys where actor = @thread and key = @key",
        "insert into participants select @thread, 'member' where not exists (select 1 from participants where thread = @thread)",
    ];
}

/// <summary>On PostgreSQL: one way to read, one to write, one to commit.</summary>
internal sealed class PostgresPromised(string connection) : IBareTable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(RecordTables.Prepared(connection));

    public async Task Create()
    {
        await using var create = _source.CreateCommand(RecordTables.Create + PromisedTables.Create);
        await create.ExecuteNonQueryAsync();
    }

    public async Task Insert(IReadOnlyList<Pending> rows)
    {
        await using var open = await _source.OpenConnectionAsync();
        await using var transaction = await open.BeginTransactionAsync();
        var threads = rows.Select(r => r.Happened.ThreadId).Distinct().ToArray();
        var known = new HashSet<string>();
        await using (var look = new NpgsqlBatch(open, transaction))
        {
            look.BatchCommands.Add(With("select thread, seq, at from heads where thread = any($1) order by thread for update", threads));
            look.BatchCommands.Add(With("select thread, member from participants where thread = any($1)", threads));
            look.BatchCommands.Add(With("select k.seq from keys k join unnest($1, $2) asked (actor, key) on asked.actor = k.actor and asked.key = k.key", [.. rows.Select(r => r.Happened.ThreadId)], [.. rows.Select(r => r.Key)]));
            await using var found = await look.ExecuteReaderAsync();
            while (await found.ReadAsync()) known.Add(found.GetString(0));
            await found.NextResultAsync();
            while (await found.ReadAsync()) _ = found.GetString(1);
            await found.NextResultAsync();
            if (await found.ReadAsync()) throw new InvalidOperationException("A key came twice.");
        }
        await using var write = new NpgsqlBatch(open, transaction);
        PostgresRecord.Fill(write, rows);
        if (threads.Where(thread => !known.Contains(thread)).ToArray() is { Length: > 0 } fresh)
            write.BatchCommands.Add(With("insert into participants select thread, 'member' from unnest($1) met (thread) on conflict do nothing", fresh));
        await write.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static NpgsqlBatchCommand With(string sql, params string[][] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
