using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Database;

/// <summary>The embedded default: one file, write-ahead log, a commit is on the disk before it is acknowledged.</summary>
public sealed class SqliteDialect(string path) : SqlDialect
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Full = 13, CannotOpen = 14, Constraint = 19;

    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 5,
        Pooling = true,
    }.ToString();

    public override string Name => "sqlite";

    public override string ForUpdate => "";

    public override bool OneWriter => true;

    public override string In(string column, string parameter) => $"{column} in {parameter}";

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(stop);
        await connection.ExecuteAsync("pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma foreign_keys=on;");
        return connection;
    }

    // Immediate: two transactions that read first and write later would otherwise fail instead of waiting.
    public override Task<DbTransaction> Begin(DbConnection connection) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override bool IsAway(DbException error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or IoError or Full or CannotOpen };

    public override bool IsDuplicate(DbException error) =>
        error is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: 1555 or 2067 };
}
