using System.Text.Json;

namespace CommunityWidget.Import.Reading;

/// <summary>The piece of a stream of JSON that is in memory: it grows to one value at most, and counts the lines that went by.</summary>
internal sealed class JsonWindow(Stream utf8) : IAsyncDisposable
{
    public const int MostBytes = 4 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int _start;
    private int _end;

    public bool IsAtEnd { get; private set; }

    public long Line { get; private set; } = 1;

    public bool IsFull => _start == 0 && _end == _bytes.Length && _bytes.Length >= MostBytes;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_start, _end - _start);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Reads on; false when there is no more, or no more room.</summary>
    public async Task<bool> Fill(CancellationToken stop)
    {
        if (IsAtEnd || IsFull) return false;
        if (_start > 0)
        {
            Bytes.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        var read = await utf8.ReadAsync(_bytes.AsMemory(_end), stop);
        if (read == 0) IsAtEnd = true;
        _end += read;
        return read > 0;
    }

    /// <summary>So many bytes went by.</summary>
    public void Pass(int bytes)
    {
        Line += Bytes[..bytes].Count((byte)'\n');
        _start += bytes;
    }

    /// <summary>Passes what stands between values; the byte that follows, or nothing at the end.</summary>
    public async Task<byte?> Next(CancellationToken stop)
    {
        while (true)
        {
            var at = Bytes.IndexOfAnyExcept(" \t\r\n,"u8);
            Pass(at < 0 ? Bytes.Length : at);
            if (at >= 0) return Bytes[0];
            if (!await Fill(stop)) return null;
        }
    }

    /// <summary>How many lists and objects these bytes open and do not close.</summary>
    public static int Opened(ReadOnlySpan<byte> bytes)
    {
        var brackets = new Brackets();
        brackets.Read(bytes);
        return brackets.Open;
    }

    /// <summary>Passes what follows up to where so many lists and objects are closed; false where the file ends before. It holds nothing that is read, and may be longer than a value.</summary>
    public async Task<bool> Close(int open, CancellationToken stop)
    {
        var brackets = new Brackets { Open = open };
        while (true)
        {
            var end = brackets.Read(Bytes);
            Pass(end ?? Bytes.Length);
            if (end is not null) return true;
            if (!await Fill(stop)) return false;
        }
    }

    /// <summary>How long the value is that begins here; nothing while more must be read, and an exception where it is none.</summary>
    public int? Length()
    {
        var reader = new Utf8JsonReader(Bytes, IsAtEnd, new JsonReaderState(new JsonReaderOptions { MaxDepth = 16 }));
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
    }

    /// <summary>How many bytes there are up to the list of questions, where one object is around it or several are; nothing while more must be read.</summary>
    public int? ListBegins()
    {
        var reader = new Utf8JsonReader(Bytes, IsAtEnd, new JsonReaderState(new JsonReaderOptions { MaxDepth = 64 }));
        var (name, empty) = ("", (int?)null);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) name = NameOf(ref reader);
            else if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 1 } && name == FieldNames.MainEntity) return (int)reader.TokenStartIndex;
            else if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: >= 1 } && FieldNames.Around.Contains(name)) continue;
            else if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: >= 1 } && FieldNames.Questions.Contains(name))
            {
                var (begins, isTop) = ((int)reader.BytesConsumed, reader.CurrentDepth == 1);
                var peek = reader;
                if (!peek.Read()) return null;
                // One of nothing is it where there is no other.
                if (peek.TokenType == JsonTokenType.EndArray) empty ??= begins;
                // Further in there are also lists of other things by such names.
                else if (isTop || Asks(ref peek)) return begins;
                if (!reader.TrySkip()) return null;
            }
            else if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 }) return empty;
            else if (reader.CurrentDepth >= 1 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !reader.TrySkip()) return null;
        }
        return null;
    }

    // What begins here says something a question says, or holds some.
    private static bool Asks(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            if (FieldNames.Asking.Contains(name) || FieldNames.Questions.Contains(name)) return true;
            if (!reader.Read()) return false;
            if (name == "type" && reader.TokenType == JsonTokenType.String && reader.ValueSpan.EndsWith("Question"u8)) return true;
            if (!reader.TrySkip()) return false;
        }
        return false;
    }

    // Half a character is no name of ours.
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return FieldNames.Normal(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    public ValueTask DisposeAsync() => utf8.DisposeAsync();

    private struct Brackets
    {
        private bool _inText, _isEscaped;

        public int Open;

        // How many bytes there are up to where the last one closes; nothing where it does not.
        public int? Read(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                var next = bytes[at];
                if (_isEscaped) _isEscaped = false;
                else if (_inText) (_isEscaped, _inText) = (next == '\\', next != '"');
                else if (next == '"') _inText = true;
                else if (next is (byte)'[' or (byte)'{') Open++;
                else if (next is (byte)']' or (byte)'}' && --Open == 0) return at + 1;
            }
            return null;
        }
    }
}
