using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityWidget.Checker;

/// <summary>The database as its checker reaches it: a SQLite file by its path, PostgreSQL by its connection string.</summary>
public static class Source
{
    public static DbConnection Open(string database)
    {
        DbConnection connection = IsPostgres(database)
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false, Timeout = 60, CommandTimeout = 120 }.ToString())
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static bool IsPostgres(string database) => database.StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    public static List<T> Rows<T>(this DbConnection db, string sql, Func<DbDataReader, T> row)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public static void Execute(this DbConnection db, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        command.ExecuteNonQuery();
    }

    /// <summary>Text, and ids in the one way recordings write them.</summary>
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetValue(column) is Guid id ? id.ToString() : row.GetString(column);

    public static string? Id(this DbDataReader row, int column) => row.Text(column)?.ToLowerInvariant();
}
