using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>What the product's promises need stored with a message, by the plainest statements: the event, its thread's new head, the client key. It tells what of a difference is that.</summary>
internal static class RecordTables
{
    public const string Create = """
        create table if not exists events (thread text, seq bigint, key text, body text, at bigint, primary key (thread, seq));
        create table if not exists heads (thread text primary key, seq bigint, at bigint);
        create index if not exists heads_by_time on heads (at);
        create table if not exists keys (actor text, key text, thread text, seq bigint, at bigint, primary key (actor, key));
        """;

    /// <summary>Statements are read once, as the product has it.</summary>
    public static string Prepared(string connection) => new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 20 }.ConnectionString;

    public const string Head = "on conflict (thread) do update set seq = excluded.seq, at = excluded.at";
}

/// <summary>On PostgreSQL: one way there and back.</summary>
internal sealed class PostgresRecord(string connection) : IBareTable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(RecordTables.Prepared(connection));

    public async Task Create()
    {
        await using var create = _source.CreateCommand(RecordTables.Create);
        await create.ExecuteNonQueryAsync();
    }

    public async Task Insert(IReadOnlyList<Pending> rows)
    {
        await using var batch = _source.CreateBatch();
        Fill(batch, rows);
        await batch.ExecuteNonQueryAsync();
    }

    public static void Fill(NpgsqlBatch batch, IReadOnlyList<Pending> rows)
    {
        // In order, as whoever locks them does.
        var heads = rows.GroupBy(r => r.Happened.ThreadId, StringComparer.Ordinal).Select(thread => thread.Last()).OrderBy(r => r.Happened.ThreadId, StringComparer.Ordinal).ToList();
        Add("insert into events select * from unnest($1, $2, $3, $4, $5)", Threads(rows), Seqs(rows), rows.Select(r => r.Key).ToArray(), rows.Select(r => r.Happened.Text).ToArray(), Times(rows));
        Add($"insert into heads select * from unnest($1, $2, $3) {RecordTables.Head}", Threads(heads), Seqs(heads), Times(heads));
        Add("insert into keys select * from unnest($1, $2, $3, $4, $5)", Threads(rows), rows.Select(r => r.Key).ToArray(), Threads(rows), Seqs(rows), Times(rows));

        void Add(string sql, params Array[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }
    }

    private static string[] Threads(IEnumerable<Pending> rows) => [.. rows.Select(r => r.Happened.ThreadId)];

    private static long[] Seqs(IEnumerable<Pending> rows) => [.. rows.Select(r => r.Happened.Seq)];

    private static long[] Times(IEnumerable<Pending> rows) => [.. rows.Select(r => r.Happened.At)];
}

/// <summary>On SQLite: three prepared statements for each message, and before them those that are <paramref name="first"/>.</summary>
internal sealed class SqliteRecord(string path, string tables = "", params string[] first) : IBareTable
{
    private static readonly string[] Statements =
    [
        "insert into events values (@thread, @seq, @key, @body, @at)",
        $"insert into heads values (@thread, @seq, @at) {RecordTables.Head}",
        "insert into keys values (@thread, @key, @thread, @seq, @at)",
    ];

    private readonly SqliteConnection _connection = new($"Data Source={path}");
    private List<SqliteCommand> _commands = [];

    public Task Create()
    {
        _connection.Open();
        using var create = new SqliteCommand($"pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; {RecordTables.Create} {tables}", _connection);
        create.ExecuteNonQuery();
        _commands = [.. first.Concat(Statements).Select(sql => new SqliteCommand(sql, _connection))];
        foreach (var command in _commands)
        {
            foreach (var name in new[] { "@thread", "@seq", "@key", "@body", "@at" }.Where(name => command.CommandText.Contains(name, StringComparison.Ordinal)))
                command.Parameters.Add(new SqliteParameter(name, null));
        }
        return Task.CompletedTask;
    }

    public Task Insert(IReadOnlyList<Pending> rows)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var row in rows)
        {
            foreach (var command in _commands) Run(command, transaction, row);
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, Pending row)
    {
        command.Transaction = transaction;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.ParameterName switch
            {
                "@thread" => row.Happened.ThreadId,
                "@seq" => row.Happened.Seq,
                "@key" => row.Key,
                "@body" => row.Happened.Text,
                _ => row.Happened.At,
            };
        }
        // What is read is read to its end.
        using var found = command.ExecuteReader();
        while (found.Read()) _ = found.GetValue(0);
    }
}
