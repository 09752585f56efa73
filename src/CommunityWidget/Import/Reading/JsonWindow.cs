using System.Text;
using System.Text.Json;

namespace CommunityWidget.Import.Reading;

/// <summary>The piece of a stream of JSON that is in memory: it grows to one value at most, and counts the lines that went by.</summary>
internal sealed class JsonWindow(Stream utf8) : IAsyncDisposable
{
    public const int MostBytes = 4 << 20;

    // What is around questions may go deeper than one does.
    private const int Deepest = 64;

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
        var brackets = new Brackets(stopsAtLists: false);
        brackets.Read(bytes);
        return brackets.Open;
    }

    /// <summary>
    /// Passes what follows up to where so many lists and objects are closed, to the beginning of a list that is called as one of questions, or to an object that is called as the only one:
    /// nothing where the file ends before. What goes by is not read, and may be longer than a value.
    /// </summary>
    public async Task<Reached?> Close(int open, CancellationToken stop)
    {
        var brackets = new Brackets(stopsAtLists: true) { Open = open, Lowest = open };
        while (true)
        {
            var end = brackets.Read(Bytes);
            Pass(end ?? Bytes.Length);
            if (end is not null) return new(brackets.Open, brackets.Lowest, brackets.Open == 0 ? "" : brackets.Name, brackets.IsOne);
            if (!await Fill(stop)) return null;
        }
    }

    /// <summary>
    /// What begins here, one question or the first one of a list, is to be read: it says something a question says, or holds some. False where it may go by without a word, as what is empty
    /// does; nothing where it may not.
    /// </summary>
    public async Task<bool?> IsToBeRead(bool isOne, CancellationToken stop)
    {
        if (await Next(stop) is not { } first || first == ']') return false;
        if (first != '{') return null;
        var isWhole = await IsWhole(stop);
        // What only holds questions is looked through further in.
        var says = Says(isWhole, holds: !isOne);
        return says && isWhole ? true : says || !isOne ? null : false;
    }

    private async Task<bool> IsWhole(CancellationToken stop)
    {
        try
        {
            while (Length() is null)
                if (!await Fill(stop)) return false;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Says(bool isWhole, bool holds)
    {
        try
        {
            var reader = new Utf8JsonReader(Bytes, isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest }));
            return reader.Read() && Asks(ref reader, FieldNames.IsOfQuestion, holds);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>How long the value is that begins here; nothing while more must be read, and an exception where it is none.</summary>
    public int? Length() => Length(16);

    /// <summary>0 where all of what begins here is in memory: nothing further of it can be a list.</summary>
    public int? HoldsNone() => Length(Deepest) is null ? null : 0;

    private int? Length(int deepest)
    {
        var reader = new Utf8JsonReader(Bytes, IsAtEnd, new JsonReaderState(new JsonReaderOptions { MaxDepth = deepest }));
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
    }

    /// <summary>How many bytes there are up to the list of questions, where one object is around it or several are; nothing while more must be read.</summary>
    public int? ListBegins()
    {
        var reader = new Utf8JsonReader(Bytes, IsAtEnd, new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest }));
        var (name, empty, parts) = ("", (int?)null, 0UL);
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
                else if (isTop || Asks(ref peek, FieldNames.Asking.Contains)) return begins;
                if (!reader.TrySkip()) return null;
            }
            else if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 }) return empty;
            else if (name == FieldNames.HasPart && reader.TokenType == JsonTokenType.StartArray) parts |= 1UL << reader.CurrentDepth;
            else if (reader.TokenType == JsonTokenType.EndArray) parts &= ~(1UL << reader.CurrentDepth);
            // What follows in there is another part.
            else if (reader.TokenType == JsonTokenType.EndObject && ((parts >> (reader.CurrentDepth - 1)) & 1) == 1) name = FieldNames.HasPart;
            else if (reader.CurrentDepth >= 1 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !reader.TrySkip()) return null;
        }
        return null;
    }

    // What begins here says something a question says, or holds some.
    private static bool Asks(ref Utf8JsonReader reader, Func<string, bool> says, bool holds = true)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            if (says(name)) return true;
            if (!reader.Read()) return false;
            if (holds && FieldNames.Questions.Contains(name) && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
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

    private struct Brackets(bool stopsAtLists)
    {
        // Longer than any name of ours.
        private readonly byte[] _text = new byte[32];

        private bool _inText, _isEscaped;
        private int _length;
        private byte _before;

        public int Open;

        // Fewer were open at no place that went by.
        public int Lowest;

        public bool IsOne;

        public readonly string Name => Encoding.UTF8.GetString(_text.AsSpan(0, _length));

        // How many bytes there are up to where the last one closes, or a list or a question begins that is to be looked at; nothing where none does.
        public int? Read(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                var next = bytes[at];
                if (_isEscaped) _isEscaped = false;
                else if (_inText)
                {
                    (_isEscaped, _inText) = (next == '\\', next != '"');
                    if (_inText && _length < _text.Length) _text[_length++] = next;
                }
                else if (next == '"') (_inText, _length) = (true, 0);
                else if (next is (byte)'[' or (byte)'{')
                {
                    var called = stopsAtLists && _before == ':' ? FieldNames.Normal(Name) : "";
                    // An object is read with its bracket, and is not open yet.
                    if (IsOne = next == '{' && called == FieldNames.MainEntity) return at;
                    Open++;
                    if (next == '[' && FieldNames.Questions.Contains(called)) return at + 1;
                }
                else if (next is (byte)']' or (byte)'}')
                {
                    Lowest = Math.Min(Lowest, --Open);
                    if (Open == 0) return at + 1;
                }
                if (_inText || next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
                _before = next;
            }
            return null;
        }
    }
    /// <summary>Where the passing stopped: how many are open there, and fewest were on the way; what begins there is called, and whether it is no list.</summary>
    public readonly record struct Reached(int Open, int Lowest, string Name, bool IsOne);
}
