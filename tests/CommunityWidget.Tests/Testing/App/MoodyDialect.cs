using System.Data.Common;
using CommunityWidget.Database;
using Dapper;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Real SQLite on a disk that can be told to be full, or not to be written to.</summary>
public sealed class MoodyDialect(string path) : SqlDialect
{
    private readonly SqliteDialect _real = new(path);

    public string Path => path;

    /// <summary>The file may not grow by one page.</summary>
    public bool IsFull { get; set; }

    public bool IsReadOnly { get; set; }

    public override string Name => _real.Name;

    public override string ForUpdate => _real.ForUpdate;

    public override bool OneWriter => _real.OneWriter;

    public override string In(string column, string parameter) => _real.In(column, parameter);

    public override string Table(Rows rows) => _real.Table(rows);

    public override void Bind(Rows rows, DynamicParameters parameters) => _real.Bind(rows, parameters);

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        var connection = await _real.Open(stop);
        // Said anew each time: connections are pooled and keep what they were told.
        await connection.ExecuteAsync($"pragma max_page_count = {(IsFull ? 1 : 1_073_741_823)}; pragma query_only = {(IsReadOnly ? "on" : "off")}");
        return connection;
    }

    public override Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience) => _real.Begin(connection, patience);

    public override bool IsAway(DbException error) => _real.IsAway(error);

    public override string Explain(DbException error) => _real.Explain(error);

    public override bool IsDuplicate(DbException error) => _real.IsDuplicate(error);
}
