using System.Globalization;
using CommunityWidget.Import.Reading;
using CsvHelper;

namespace CommunityWidget.Import.Telling;

/// <summary>Rejected rows of a table: its columns, and two behind them.</summary>
internal sealed class RejectedTable : IRejectedRows
{
    private readonly CsvWriter _csv;
    private readonly int[] _own;
    private readonly int _width;

    public RejectedTable(Stream file, IReadOnlyList<string> columns, bool isNew)
    {
        // What was said about a row before it was mended is not said again.
        (_own, _width) = ([.. Enumerable.Range(0, columns.Count).Where(at => columns[at] is not (IRejectedRows.Line or IRejectedRows.Reason))], columns.Count);
        // With its mark, without which some take it for another encoding.
        _csv = CsvWriter.Create(file, CsvWriterOptions.Default with { Injection = CsvInjection.Escape, ValidateFieldCount = false, WriteByteOrderMark = isNew });
        if (isNew) Write([.. _own.Select(at => columns[at]), IRejectedRows.Line, IRejectedRows.Reason]);
    }

    // Cells for which there is no column stand behind all others: nothing of a row is lost, and without a hand it is rejected again.
    public void Add(SourceRow row, string fault) => Write(
        [.. _own.Select(at => row.Cells.ElementAtOrDefault(at) ?? ""), row.Line.ToString(CultureInfo.InvariantCulture), fault, .. row.Cells.Skip(_width)]);

    public Task Flush() => _csv.FlushAsync().AsTask();

    private void Write(IReadOnlyList<string> cells)
    {
        foreach (var cell in cells) _csv.WriteField(cell);
        _csv.EndRecord();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
