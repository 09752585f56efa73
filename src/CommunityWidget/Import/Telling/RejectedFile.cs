using CommunityWidget.Import.Reading;

namespace CommunityWidget.Import.Telling;

/// <summary>
/// The rows that cannot be used, beside the file they come from and in its own form: as they were, with line and reason. Mended there, they can be brought in as they are.
/// Made when the first one comes; what an earlier import left there is moved aside, for somebody may be mending it.
/// </summary>
/// <param name="source">The file they come from.</param>
/// <param name="columns">What its columns are called; none where it is JSON.</param>
public sealed class RejectedFile(string source, IReadOnlyList<string> columns) : IAsyncDisposable
{
    private readonly bool _isTable = columns.Count > 0;

    private IRejectedRows? _rows;
    private bool _goesOn;

    public string Path => Named("");

    /// <summary>Where the one that was there before is now.</summary>
    public string? Aside { get; private set; }

    /// <summary>Keeps what was rejected up to a place, where an import goes on from there.</summary>
    /// <param name="rejected">How many rows were, up to there.</param>
    public async Task Begin(long rejected)
    {
        _goesOn = rejected > 0 && File.Exists(Path);
        if (!_goesOn) return;
        await using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        // Written, but not committed: these rows come again.
        file.SetLength(await EndOf(file, rejected + (_isTable ? 1 : 0)));
        // Somebody's editor may have taken the last line's end away.
        if (file.Length == 0) return;
        file.Position = file.Length - 1;
        if (file.ReadByte() != '\n') file.WriteByte((byte)'\n');
    }

    public void Add(SourceRow row, string fault)
    {
        _rows ??= Open();
        foreach (var one in row.Also.Prepend(row)) _rows.Add(one, fault);
    }

    public Task Flush() => _rows?.Flush() ?? Task.CompletedTask;

    private IRejectedRows Open()
    {
        if (!_goesOn && File.Exists(Path)) File.Move(Path, Aside = Free());
        var file = new FileStream(Path, _goesOn ? FileMode.Append : FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        return _isTable ? new RejectedTable(file, columns, isNew: file.Length == 0) : new RejectedLines(file);
    }

    private string Free()
    {
        for (var number = 1; ; number++)
            if (!File.Exists(Named($".{number}"))) return Named($".{number}");
    }

    private string Named(string number) => $"{source}.rejected{number}{(_isTable ? ".csv" : ".jsonl")}";

    // Within quotation marks a cell's lines break.
    private async Task<long> EndOf(FileStream file, long records)
    {
        var (buffer, isQuoted, at) = (new byte[1 << 16], false, 0L);
        while (await file.ReadAsync(buffer) is > 0 and var read)
        {
            foreach (var letter in buffer.AsSpan(0, read))
            {
                at++;
                if (_isTable && letter == '"') isQuoted = !isQuoted;
                else if (letter == '\n' && !isQuoted && --records == 0) return at;
            }
        }
        return at;
    }

    public ValueTask DisposeAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>How rejected rows are written down: in the form they came in.</summary>
internal interface IRejectedRows : IAsyncDisposable
{
    const string Line = "import_line", Reason = "import_reason";

    void Add(SourceRow row, string fault);

    Task Flush();
}
