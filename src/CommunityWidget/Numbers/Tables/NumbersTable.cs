namespace CommunityWidget.Numbers.Tables;

/// <summary>One table of the numbers, on the page and as a file.</summary>
/// <param name="Id">In addresses and file names.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Columns">From left to right; the first names the line.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record NumbersTable(string Id, string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <param name="Head">What stands above it.</param>
/// <param name="OnPage">False: only the file has it.</param>
public sealed record Column(string Head, bool OnPage = true);

/// <summary>A value as people read it and as a spreadsheet calculates with it.</summary>
/// <param name="Shown">On the page.</param>
/// <param name="Value">In the file: a number, a text, or nothing.</param>
/// <param name="Link">Where it leads.</param>
public sealed record Cell(string Shown, object? Value, string? Link = null);
