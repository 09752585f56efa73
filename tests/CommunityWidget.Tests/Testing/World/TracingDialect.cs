using System.Collections.Concurrent;
using System.Data.Common;
using CommunityWidget.Database;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>
/// SQLite that says it locks rows, as PostgreSQL does, and writes down every statement with its values, connection by connection:
/// what would be locked, and in which order, can be read without a second database.
/// </summary>
public sealed class TracingDialect(string path) : DialectAround(new SqliteDialect(path))
{
    public const string Marker = "/* for update */";

    private readonly ConcurrentQueue<Statement> _statements = new();

    public IReadOnlyCollection<Statement> Statements => _statements;

    public override string ForUpdate => " " + Marker;

    public override bool OneWriter => false;

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = (SqliteConnection)await Real.Open(stop);
        SQLitePCL.raw.sqlite3_trace(connection.Handle, (_, sql) => _statements.Enqueue(new(connection, sql)), null);
        return connection;
    }

    public sealed record Statement(object Connection, string Sql);
}
