using System.Globalization;
using CommunityWidget.Import.Reading;
using CsvHelper;

namespace CommunityWidget.Import.Telling;

/// <summary>
/// The rows that cannot be used, beside the file they come from: as they were, with line and reason behind. Mended there, they can be brought in as they are.
/// Made when the first one comes.
/// </summary>
public sealed class RejectedFile(string path, IReadOnlyList<string> columns) : IAsyncDisposable
{
    private const string Line = "import_line", Reason = "import_reason";

    private CsvWriter? _csv;

    public string Path => path;

    public static string Beside(string file) => file + ".rejected.csv";

    public bool IsThere => File.Exists(path);

    /// <summary>Keeps what was rejected up to a place, where an import goes on from there; otherwise nothing.</summary>
    /// <param name="rejected">How many rows were, up to there.</param>
    public async Task Begin(long rejected)
    {
        if (!IsThere) return;
        if (rejected == 0)
        {
            File.Delete(path);
            return;
        }
        var kept = new List<string[]>();
        await using (var before = CsvReader.FromFile(path, CsvReaderOptions.Default with { HasHeader = false }))
            while (kept.Count <= rejected && await before.ReadAsync()) kept.Add(before.Current.ToArray());
        _csv = Open();
        // The cells were guarded when they were written first; once more would be once too often.
        foreach (var cells in kept) Write(cells.Select(cell => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell));
    }

    public void Add(SourceRow row, string fault)
    {
        if (_csv is null)
        {
            _csv = Open();
            Write([.. columns.Count > 0 ? columns : ["row"], Line, Reason]);
        }
        var width = Math.Max(1, columns.Count);
        foreach (var one in row.Also.Prepend(row))
            Write([.. one.Cells.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - one.Cells.Count)), one.Line.ToString(CultureInfo.InvariantCulture), fault]);
    }

    public ValueTask Flush() => _csv?.FlushAsync() ?? ValueTask.CompletedTask;

    // With its mark, without which some take it for another encoding.
    private CsvWriter Open() => CsvWriter.Create(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), CsvWriterOptions.Default with { Injection = CsvInjection.Escape, ValidateFieldCount = false, WriteByteOrderMark = true });

    private void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells) _csv!.WriteField(cell);
        _csv!.EndRecord();
    }

    public ValueTask DisposeAsync() => _csv?.DisposeAsync() ?? ValueTask.CompletedTask;
}
