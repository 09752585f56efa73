using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CommunityWidget.Import.Reading;

/// <summary>A file somebody wants to bring in, looked through once before anything is stored: which one it is, and in which letters it is written.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">Of all its bytes, and of the letters somebody says it is in where it does not seem to be: a file that was changed or is read otherwise is another one.</param>
/// <param name="Encoding">By its mark or its bytes; UTF-8 otherwise.</param>
/// <param name="Mark">How many bytes at its beginning say only that.</param>
/// <param name="IsDamaged">It is UTF-8 but for some bytes, which are read as what says so.</param>
public sealed record SourceFile(string Path, long Length, string Hash, Encoding Encoding, int Mark, bool IsDamaged = false)
{
    private const int Piece = 1 << 16;

    public string Name => System.IO.Path.GetFileName(Path);

    public static async Task<SourceFile> Examine(string path, Encoding? said, CancellationToken stop)
    {
        await using var file = Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, kept, letters) = (new byte[Piece], 0, new Letters());
        (Encoding Encoding, int Mark)? marked = null;
        for (var first = true; await file.ReadAtLeastAsync(buffer.AsMemory(kept), 1, throwOnEndOfStream: false, stop) is > 0 and var read; first = false)
        {
            hash.AppendData(buffer.AsSpan(kept, read));
            if (first) marked = Marked(buffer.AsSpan(0, read));
            kept = letters.Look(buffer.AsSpan(0, kept + read));
        }
        if (kept > 0) letters.Bad++;
        var (encoding, mark) = marked ?? (letters.AreUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0);
        if (said is not null && said.CodePage != encoding.CodePage) hash.AppendData(Encoding.ASCII.GetBytes(said.WebName));
        var read8 = (said ?? encoding).CodePage == Encoding.UTF8.CodePage;
        return new(path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), said ?? encoding, mark, read8 && letters.Bad > 0);
    }

    /// <summary>Its text as UTF-8, whatever it is written in; <paramref name="position"/> says how far into the file reading has come.</summary>
    public Stream Read(out Func<long> position)
    {
        var file = Open(Path);
        file.Position = Mark;
        position = () => file.CanRead ? file.Position : Length;
        return Encoding.CodePage == Encoding.UTF8.CodePage && !IsDamaged ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8);
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = Piece });

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

    // A byte that is none of UTF-8 is somebody's mistake where others make letters of it: western letters one byte long are hardly ever a letter of two by chance.
    private sealed class Letters
    {
        private long _good;

        public long Bad { get; set; }

        public bool AreUtf8 => Bad <= _good;

        /// <summary>Counts what is there; what a letter at the end of the piece lacks comes with the next one, which it is put before.</summary>
        /// <returns>How many bytes are kept for that.</returns>
        public int Look(Span<byte> bytes)
        {
            for (var at = 0; at < bytes.Length;)
            {
                var plain = bytes[at..].IndexOfAnyInRange((byte)0x80, byte.MaxValue);
                if (plain < 0) return 0;
                at += plain;
                var came = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
                if (came == OperationStatus.NeedMoreData)
                {
                    bytes[at..].CopyTo(bytes);
                    return bytes.Length - at;
                }
                if (came == OperationStatus.Done) _good++;
                else Bad++;
                at += length;
            }
            return 0;
        }
    }
}
