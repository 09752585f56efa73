using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>PostgreSQL, rows as arrays.</summary>
internal sealed class PostgresTable(string connection) : IBareTable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    public async Task Create()
    {
        await using var create = _source.CreateCommand("create table if not exists bare (thread text, seq bigint, key text, body text, at bigint, primary key (thread, seq))");
        await create.ExecuteNonQueryAsync();
    }

    public async Task Insert(IReadOnlyList<Pending> rows)
    {
        await using var insert = _source.CreateCommand("insert into bare select * from unnest($1, $2, $3, $4, $5)");
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Happened.ThreadId).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Happened.Seq).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Key).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Happened.Text).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Happened.At).ToArray() });
        await insert.ExecuteNonQueryAsync();
    }
}

/// <summary>SQLite with the product's settings, one prepared insert run once a row.</summary>
internal sealed class SqliteTable(string path) : IBareTable
{
    private readonly SqliteConnection _connection = new($"Data Source={path}");
    private SqliteCommand _insert = null!;

    public Task Create()
    {
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = """
            pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on;
            create table if not exists bare (thread text, seq bigint, key text, body text, at bigint, primary key (thread, seq))
            """;
        create.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "insert into bare values (@thread, @seq, @key, @body, @at)";
        foreach (var name in new[] { "thread", "seq", "key", "body", "at" }) _insert.Parameters.Add(new SqliteParameter(name, null));
        return Task.CompletedTask;
    }

    public Task Insert(IReadOnlyList<Pending> rows)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var row in rows)
        {
            object?[] values = [row.Happened.ThreadId, row.Happened.Seq, row.Key, row.Happened.Text, row.Happened.At];
            for (var i = 0; i < values.Length; i++) _insert.Parameters[i].Value = values[i];
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return Task.CompletedTask;
    }
}
