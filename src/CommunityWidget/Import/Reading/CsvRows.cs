using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace CommunityWidget.Import.Reading;

/// <summary>A table, whatever spreadsheet wrote it: commas, semicolons, tabs or bars; columns in any order; line breaks within quotes.</summary>
public sealed class CsvRows : IRows
{
    // A quote that is never closed would take the rest of the file for one cell: beyond this the reader finds no next row, and nothing more is read.
    private const int MostBytes = 4 * JsonWindow.MostBytes;

    private readonly CsvReader _csv;
    private readonly AnswerPlaces _names;
    private bool _isOdd;

    private CsvRows(CsvReader csv, IReadOnlyList<string> columns, Action<CsvRows> attach)
    {
        (_csv, Columns, _names) = (csv, columns, new([.. columns.Select(FieldNames.Normal)]));
        attach(this);
    }

    public IReadOnlyList<string> Columns { get; }

    public static async Task<CsvRows> Open(Stream utf8, CancellationToken stop)
    {
        CsvRows? rows = null;
        var csv = CsvReader.Create(utf8, CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = true,
            MaxRecordSize = MostBytes,
            OnMalformedRecord = _ => rows?._isOdd = true,
        });
        try
        {
            var header = await csv.ReadAsync(stop) ? csv.Current.ToArray() : [];
            return new(csv, [.. header.Select(name => name.Trim())], made => rows = made);
        }
        catch (CsvFormatException error)
        {
            await csv.DisposeAsync();
            throw Unreadable(error);
        }
    }

    public async IAsyncEnumerable<SourceRow> Read([EnumeratorCancellation] CancellationToken stop)
    {
        while (await Next(stop))
        {
            var cells = _csv.Current.ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            if (cells.Sum(cell => (long)Encoding.UTF8.GetByteCount(cell)) > JsonWindow.MostBytes)
            {
                // Right to its end it costs itself; otherwise nobody knows how many rows went into it.
                if (_isOdd) throw Unreadable(_csv.LineNumber);
                yield return new(_csv.LineNumber, []) { Fault = $"It is longer than {JsonWindow.MostBytes >> 20} megabytes." };
                continue;
            }
            var row = SourceRow.Of(_csv.LineNumber, cells, _names, cells.Take(_names.Count).Select(Unguarded));
            if (_isOdd) row = row with { Fault = "A quotation mark stands where none may: quote the whole cell, and double the marks within it." };
            else if (cells.Skip(_names.Count).Any(cell => cell.Length > 0)) row = row with { Fault = $"It has {cells.Length} cells, and there are {_names.Count} columns." };
            yield return row;
        }
    }

    private async Task<bool> Next(CancellationToken stop)
    {
        _isOdd = false;
        try
        {
            return await _csv.ReadAsync(stop);
        }
        catch (CsvFormatException error)
        {
            throw Unreadable(error);
        }
    }

    private static UnreadableFileException Unreadable(CsvFormatException error) => Unreadable(Math.Max(1, error.LineNumber));

    private static UnreadableFileException Unreadable(long line) =>
        new($"From line {line} on the file cannot be read: a row is longer than {JsonWindow.MostBytes >> 20} megabytes, so a quotation mark in it is probably not closed.");

    // What we and other careful programs put before a cell that would be a formula; and what databases write for nothing.
    private static string Unguarded(string cell) => cell is "NULL" or "\\N" ? "" : cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
