using System.Buffers.Binary;
using System.Buffers.Text;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching;

/// <summary>
/// The pages a search has shown, as the address of its next part names them: eight letters each. Not the last one's score: scores are relative to all pages there are, so
/// that each one that comes or goes moves them, and who went on behind a score would read some twice and miss others.
/// </summary>
public sealed class ShownBefore
{
    // Two of a hundred pages are one in 10^11 times the same, and then one of them is missed.
    private const int BytesEach = 6, LettersEach = 8;

    private const ulong Mask = (1UL << (8 * BytesEach)) - 1;

    public static readonly ShownBefore Nothing = new([]);

    private readonly ulong[] _pages;
    private readonly HashSet<ulong> _known;

    private ShownBefore(ulong[] pages) => (_pages, _known) = (pages, [.. pages]);

    public int Count => _known.Count;

    public bool Has(Guid page) => _known.Contains(NumberOf(page));

    public ShownBefore With(IEnumerable<Guid> pages) => new([.. _pages, .. pages.Select(NumberOf)]);

    /// <summary>From an address; what cannot be read has shown nothing, and the search begins at its beginning.</summary>
    public static ShownBefore Read(string? text)
    {
        if (text is not { Length: > 0 and <= SearchPages.MostFound * LettersEach } || text.Length % LettersEach != 0) return Nothing;
        Span<byte> bytes = stackalloc byte[text.Length / LettersEach * BytesEach];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != bytes.Length) return Nothing;
        var pages = new ulong[read / BytesEach];
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        for (var i = 0; i < pages.Length; i++)
        {
            bytes.Slice(i * BytesEach, BytesEach).CopyTo(number[(sizeof(ulong) - BytesEach)..]);
            pages[i] = BinaryPrimitives.ReadUInt64BigEndian(number);
        }
        return new(pages);
    }

    public override string ToString()
    {
        var bytes = new byte[_pages.Length * BytesEach];
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        for (var i = 0; i < _pages.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(number, _pages[i]);
            number[(sizeof(ulong) - BytesEach)..].CopyTo(bytes.AsSpan(i * BytesEach));
        }
        return Base64Url.EncodeToString(bytes);
    }

    private static ulong NumberOf(Guid page) => Feature.Number(page.ToString("n")) & Mask;
}
