namespace CommunityWidget.Database;

/// <summary>Many rows handed to one statement, column by column: it reads them like a table, whatever their number.</summary>
/// <param name="Name">What the statement calls them.</param>
/// <param name="Columns">Each with as many values as there are rows: ids, numbers or texts.</param>
public sealed record Rows(string Name, params (string Name, Array Values)[] Columns)
{
    public int Count => Columns[0].Values.Length;

    /// <summary>The names, as a list of columns.</summary>
    public string Listed => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>What the value of a column is called as a parameter.</summary>
    public string Parameter(string column) => $"@{Name}_{column}";
}

/// <summary>A statement over <see cref="SqlDialect.Table"/> of these rows.</summary>
public sealed record RowStatement(string Sql, Rows Rows);
