using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace CommunityWidget.Import.Reading;

/// <summary>A file somebody wants to bring in, looked through once before anything is stored: which one it is, and in which letters it is written.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">Of all its bytes: a file that was changed is another one.</param>
/// <param name="Encoding">By its mark or its bytes; UTF-8 otherwise.</param>
/// <param name="Mark">How many bytes at its beginning say only that.</param>
public sealed record SourceFile(string Path, long Length, string Hash, Encoding Encoding, int Mark)
{
    private const int Piece = 1 << 16;

    public string Name => System.IO.Path.GetFileName(Path);

    public static async Task<SourceFile> Examine(string path, Encoding? said, CancellationToken stop)
    {
        await using var file = Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, kept, isUtf8) = (new byte[Piece], 0, true);
        (Encoding Encoding, int Mark)? marked = null;
        for (var first = true; await file.ReadAtLeastAsync(buffer.AsMemory(kept), 1, throwOnEndOfStream: false, stop) is > 0 and var read; first = false)
        {
            hash.AppendData(buffer.AsSpan(kept, read));
            if (first) marked = Marked(buffer.AsSpan(0, read));
            (isUtf8, kept) = isUtf8 ? Utf8Goes(buffer.AsSpan(0, kept + read)) : (false, 0);
        }
        var (encoding, mark) = marked ?? (isUtf8 && kept == 0 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0);
        return new(path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), said ?? encoding, mark);
    }

    /// <summary>Its text as UTF-8, whatever it is written in; <paramref name="position"/> says how far into the file reading has come.</summary>
    public Stream Read(out Func<long> position)
    {
        var file = Open(Path);
        file.Position = Mark;
        position = () => file.CanRead ? file.Position : Length;
        return Encoding.CodePage == Encoding.UTF8.CodePage ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8);
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = Piece });

    // What a character at the end of the piece lacks comes with the next one.
    private static (bool IsUtf8, int Kept) Utf8Goes(Span<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return (true, 0);
        var good = Valid(bytes);
        if (bytes.Length - good > 3 || !IsCutOff(bytes[good..])) return (false, 0);
        bytes[good..].CopyTo(bytes);
        return (true, bytes.Length - good);
    }

    private static int Valid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    private static bool IsCutOff(ReadOnlySpan<byte> bytes) => Rune.DecodeFromUtf8(bytes, out _, out _) == System.Buffers.OperationStatus.NeedMoreData;

    // Programs on Windows write UTF-16, with its mark or without: then every other byte of western text is nothing.
    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };
}
