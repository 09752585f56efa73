using System.Buffers.Binary;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>A page as its features: how often each is in what was asked (title and question) and in the answers. Packed into bytes, six for each.</summary>
public sealed class PageVector
{
    /// <summary>Another one when pages have to be read anew.</summary>
    public const int Version = 1;

    private const int Header = 4, Entry = 6, Most = 900;

    private readonly Dictionary<uint, (byte Asked, byte Answered)> _counts = [];

    // What was read stays as it lies, in the order of its hashes: a search looks for a few of them in each of some hundred pages.
    private readonly byte[]? _packed;

    private PageVector(int asked, int answered, byte[]? packed = null) => (AskedLength, AnsweredLength, _packed) = (asked, answered, packed);

    public int AskedLength { get; }

    public int AnsweredLength { get; }

    public (byte Asked, byte Answered) Count(Feature feature) => _packed is null ? _counts.GetValueOrDefault((uint)feature.Hash) : Count(_packed, (uint)feature.Hash);

    /// <summary>Compares by words only in the answers: pairs, fillers and letters of long texts are in everything.</summary>
    public static PageVector Of(Features asked, Features answered)
    {
        var vector = new PageVector(Math.Min(asked.Length, ushort.MaxValue), Math.Min(answered.Length, ushort.MaxValue));
        foreach (var (feature, count) in asked.Counts.Take(Most)) vector.Add(feature, count, 0);
        foreach (var feature in answered.Of(FeatureKinds.Stem).Take(Most)) vector.Add(feature, 0, answered.Count(feature));
        return vector;
    }

    private void Add(Feature feature, int asked, int answered)
    {
        var (before, then) = Count(feature);
        _counts[(uint)feature.Hash] = ((byte)Math.Min(before + asked, byte.MaxValue), (byte)Math.Min(then + answered, byte.MaxValue));
    }

    public byte[] Pack()
    {
        if (_packed is not null) return _packed;
        var bytes = new byte[Header + _counts.Count * Entry];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)AskedLength);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)AnsweredLength);
        var at = Header;
        foreach (var (hash, (asked, answered)) in _counts.OrderBy(one => one.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), hash);
            (bytes[at + 4], bytes[at + 5]) = (asked, answered);
            at += Entry;
        }
        return bytes;
    }

    public static PageVector Unpack(byte[] bytes) =>
        new(BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2)), bytes);

    private static (byte Asked, byte Answered) Count(byte[] packed, uint hash)
    {
        var (low, high) = (0, (packed.Length - Header) / Entry - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = Header + (middle * Entry);
            var here = BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(at));
            if (here == hash) return (packed[at + 4], packed[at + 5]);
            if (here < hash) low = middle + 1;
            else high = middle - 1;
        }
        return default;
    }
}
