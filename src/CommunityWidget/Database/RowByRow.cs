using Microsoft.Data.Sqlite;

namespace CommunityWidget.Database;

/// <summary>A statement over many rows where the database lives in our own process: prepared once and run for each of them. Handing them over in one text costs several times as much.</summary>
internal sealed class RowByRow : IDisposable
{
    private readonly Rows _rows;
    private readonly SqliteCommand _command;

    public RowByRow(SqliteConnection connection, SqliteTransaction transaction, RowStatement statement)
    {
        _rows = statement.Rows;
        _command = new SqliteCommand(statement.Sql, connection, transaction);
        foreach (var (name, _) in _rows.Columns) _command.Parameters.Add(new SqliteParameter(_rows.Parameter(name), null));
    }

    /// <summary>A row of values that stand in the statement as parameters.</summary>
    public static string Table(Rows rows) =>
        $"(select {string.Join(", ", rows.Columns.Select(column => $"{rows.Parameter(column.Name)} as {column.Name}"))}) as {rows.Name}";

    public int Execute() => Each().Sum(command => command.ExecuteNonQuery());

    public IReadOnlyList<T> Values<T>() => [.. Each().Select(command => command.ExecuteScalar()).OfType<T>()];

    public void Dispose() => _command.Dispose();

    private IEnumerable<SqliteCommand> Each()
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            for (var column = 0; column < _rows.Columns.Length; column++) _command.Parameters[column].Value = _rows.Columns[column].Values.GetValue(row) ?? DBNull.Value;
            yield return _command;
        }
    }
}
