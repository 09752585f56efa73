using System.Collections.Concurrent;
using System.Data.Common;
using CommunityWidget.Database;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>
/// SQLite that says it locks rows, as PostgreSQL does, and writes down every statement with its values, connection by connection:
/// what would be locked, and in which order, can be read without a second database.
/// </summary>
public sealed class TracingDialect(string path) : SqlDialect
{
    public const string Marker = "/* for update */";

    private readonly SqliteDialect _real = new(path);
    private readonly ConcurrentQueue<Statement> _statements = new();

    public IReadOnlyCollection<Statement> Statements => _statements;

    public override string Name => _real.Name;

    public override string ForUpdate => " " + Marker;

    public override bool OneWriter => false;

    public override string In(string column, string parameter) => _real.In(column, parameter);

    public override string Table(Rows rows) => _real.Table(rows);

    public override void Bind(Rows rows, DynamicParameters parameters) => _real.Bind(rows, parameters);

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = (SqliteConnection)await _real.Open(stop);
        SQLitePCL.raw.sqlite3_trace(connection.Handle, (_, sql) => _statements.Enqueue(new(connection, sql)), null);
        return connection;
    }

    public override Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience) => _real.Begin(connection, patience);

    public override bool IsAway(DbException error) => _real.IsAway(error);

    public override string Explain(DbException error) => _real.Explain(error);

    public override bool IsDuplicate(DbException error) => _real.IsDuplicate(error);

    public sealed record Statement(object Connection, string Sql);
}
