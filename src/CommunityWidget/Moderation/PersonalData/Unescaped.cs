using System.Buffers;
using System.Globalization;
using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>A piece of an address as whoever opens it reads it: <c>jane%40mail.example</c> is <c>jane@mail.example</c>, also where it was escaped twice. Each letter keeps its place.</summary>
internal readonly struct Unescaped
{
    private const int MostTimes = 3, Escape = 3, LongestRune = 4;

    // Where each letter began and ended; null where nothing was escaped.
    private readonly List<(int Start, int End)>? _places;

    private Unescaped(string text, List<(int Start, int End)>? places) => (Text, _places) = (text, places);

    public string Text { get; }

    public bool IsChanged => _places is not null;

    public static Unescaped Of(string typed)
    {
        var read = new Unescaped(typed, null);
        for (var times = 0; times < MostTimes && read.Again() is { } next; times++) read = next;
        return read;
    }

    /// <summary>The same find by its place in the original.</summary>
    public FoundData There(FoundData found)
    {
        var (start, end) = (StartOf(found.Start), EndOf(found.End - 1));
        return found with { Start = start, Length = end - start };
    }

    private int StartOf(int at) => _places is null ? at : _places[at].Start;

    private int EndOf(int at) => _places is null ? at + 1 : _places[at].End;

    // Null where nothing is escaped. What is no letter stays as it is typed.
    private Unescaped? Again()
    {
        if (!Text.Contains('%')) return null;
        var (read, places) = (new StringBuilder(Text.Length), new List<(int Start, int End)>(Text.Length));
        Span<byte> bytes = stackalloc byte[LongestRune];
        Span<char> letters = stackalloc char[2];
        for (var i = 0; i < Text.Length;)
        {
            var count = 0;
            while (count < LongestRune && ByteAt(i + (count * Escape)) is { } value) bytes[count++] = value;
            if (count == 0 || Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != OperationStatus.Done)
            {
                read.Append(Text[i]);
                places.Add((StartOf(i), EndOf(i)));
                i++;
                continue;
            }
            var last = i + (used * Escape) - 1;
            var length = rune.EncodeToUtf16(letters);
            read.Append(letters[..length]);
            for (var letter = 0; letter < length; letter++) places.Add((StartOf(i), EndOf(last)));
            i = last + 1;
        }
        return read.Length == Text.Length ? null : new(read.ToString(), places);
    }

    private byte? ByteAt(int at) =>
        at + Escape <= Text.Length && Text[at] == '%' && byte.TryParse(Text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
