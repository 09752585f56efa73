using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommunityWidget.Database;

/// <summary>The embedded default: one file, write-ahead log, a commit is on the disk before it is acknowledged.</summary>
public sealed class SqliteDialect(string path) : SqlDialect
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Constraint = 19, NotADatabase = 26;

    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 5,
        Pooling = true,
    }.ToString();

    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    public override string Name => "sqlite";

    public override string ForUpdate => "";

    public override string ForUpdateOfFree => "";

    public override string SkipLocked => "";

    public override bool OneWriter => true;

    public override string In(string column, string parameter) => $"{column} in {parameter}";

    public override string CodeOf(string text) => $"unicode({text})";

    public override string AnyOf(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    public override object Texts(string[] values) => JsonSerializer.Serialize(values);

    public override string Table(Rows rows) => RowByRow.Table(rows);

    public override Task<int> Run(DbTransaction transaction, IReadOnlyList<RowStatement> statements) => Task.FromResult(statements.Sum(statement =>
    {
        using var rows = Each(transaction, statement);
        return rows.Execute();
    }));

    public override Task<IReadOnlyList<T>> Values<T>(DbTransaction transaction, RowStatement statement)
    {
        using var rows = Each(transaction, statement);
        return Task.FromResult(rows.Values<T>());
    }

    public override TextSearch Search { get; } = new SqliteTextSearch();

    public override bool MigratesItself => true;

    public override string Elsewhere => "point Database:Path at another file";

    public override string TableExists => "select count(*) from sqlite_master where type = 'table' and name = @table";

    public override string LockSchema => "";

    public override string? Refuses(DbConnection connection) => null;

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(stop);
        // The pool hands the same handle out again, and it keeps what it was told. Adding takes a lock, also where there is nothing to add.
        if (!_told.TryGetValue(connection.Handle!, out _) && _told.TryAdd(connection.Handle!, this))
            await connection.ExecuteAsync("pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma foreign_keys=on;");
        return connection;
    }

    // Immediate: two transactions that read first and write later would otherwise fail instead of waiting.
    public override Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience)
    {
        var sqlite = (SqliteConnection)connection;
        // Whole seconds are all it knows, and none means for ever.
        sqlite.DefaultTimeout = Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds));
        return Task.FromResult<DbTransaction>(sqlite.BeginTransaction(deferred: false));
    }

    // The log is written into the file and cut off. The first number says whether somebody was in the way.
    public override async Task<bool> Scrub(DbConnection connection) => await connection.QueryFirstAsync<long>("pragma wal_checkpoint(truncate)") == 0;

    // A part of each index says enough.
    public override Task LearnSizes(DbConnection connection) => connection.ExecuteAsync("pragma analysis_limit = 1000; analyze");

    private static RowByRow Each(DbTransaction transaction, RowStatement statement) =>
        new((SqliteConnection)transaction.Connection!, (SqliteTransaction)transaction, statement);

    public override bool IsAway(DbException error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or IoError or Full or CannotOpen };

    public override string Explain(DbException error) => error is SqliteException sqlite ? sqlite.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => $"{path} is damaged, or no SQLite database. Put a backup in its place, or point Database:Path at another file.",
        Busy or Locked => $"{path} is locked by another program. Stop it and start again, or point Database:Path at another file.",
        Full => $"There is no space left for {path}. Make room and start again.",
        CannotOpen or ReadOnly or IoError => $"{path} cannot be opened for writing. Let this program's user write to the file and its folder, or point Database:Path elsewhere.",
        _ => $"{path} cannot be used: {sqlite.Message}",
    } : error.Message;

    public override bool IsDuplicate(DbException error) =>
        error is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: 1555 or 2067 };
}
