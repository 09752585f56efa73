using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Real SQLite on a disk that can be told to be full, or not to be written to.</summary>
public sealed class MoodyDialect(string path) : DialectAround(new SqliteDialect(path))
{
    private const int CannotOpen = 14;

    public string Path => path;

    /// <summary>The file may not grow by one page.</summary>
    public bool IsFull { get; set; }

    public bool IsReadOnly { get; set; }

    /// <summary>Not even read from.</summary>
    public bool IsAbsent { get; set; }

    public override async Task<DbConnection> Open(CancellationToken stop)
    {
        if (IsAbsent) throw new SqliteException("unable to open database file", CannotOpen);
        var connection = await Real.Open(stop);
        // Said anew each time: connections are pooled and keep what they were told.
        await connection.ExecuteAsync($"pragma max_page_count = {(IsFull ? 1 : 1_073_741_823)}; pragma query_only = {(IsReadOnly ? "on" : "off")}");
        return connection;
    }
}
