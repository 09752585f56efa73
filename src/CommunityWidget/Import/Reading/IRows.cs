namespace CommunityWidget.Import.Reading;

/// <summary>The rows of a file, one after the other: no more of it is in memory than a piece.</summary>
public interface IRows : IAsyncDisposable
{
    /// <summary>What its columns are called, where it is a table; the normal forms of names otherwise unknown until they are read.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Reads on from the beginning. What cannot be read any further is said by <see cref="UnreadableFileException"/>.</summary>
    IAsyncEnumerable<SourceRow> Read(CancellationToken stop);
}

/// <summary>From here on the file makes no sense; what came before it stays.</summary>
public sealed class UnreadableFileException(string sentence) : Exception(sentence);
