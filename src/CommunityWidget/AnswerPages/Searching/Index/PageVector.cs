using System.Buffers.Binary;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>A page as its features: how often each is in what was asked (title and question) and in the answers, and which words make its title. Packed into bytes, six for each.</summary>
public sealed class PageVector
{
    /// <summary>Another one when pages have to be read anew.</summary>
    public const int Version = 6;

    /// <summary>The oldest that is still compared: it lacks words, and is laid out alike.</summary>
    public const int Readable = 3;

    /// <summary>From this one on pages with the same features have the same words in the tables: of those, a new version raises the mark and nothing else.</summary>
    public const int AlikeSince = 6;

    /// <summary>So it is before, back to here, of pages of which a search looks for no word that others do not (<see cref="PageWords.IsForAll"/>).</summary>
    public const int ShortAlikeSince = 4;

    private const int Header = 4, Entry = 6, Most = 900;

    // A question is as long as a message may be: the four bits above hold how many words its title has.
    private const int LongestAsked = 0xFFF, TitleAt = 12, MostOfTitle = 15, InTitle = 0x80, MostAsked = 0x7F;

    private readonly Dictionary<uint, (byte Asked, byte Answered)> _counts = [];

    // What was read stays as it lies, in the order of its hashes: a search looks for a few of them in each of some hundred pages.
    private readonly byte[]? _packed;

    private PageVector(int asked, int title, int answered, byte[]? packed = null) => (AskedLength, TitleWords, AnsweredLength, _packed) = (asked, title, answered, packed);

    public int AskedLength { get; }

    /// <summary>How many words that tell something the title has, at most fifteen.</summary>
    public int TitleWords { get; }

    public int AnsweredLength { get; }

    public (int Asked, int Answered, bool IsInTitle) Count(Feature feature)
    {
        var (asked, answered) = _packed is null ? _counts.GetValueOrDefault((uint)feature.Hash) : Count(_packed, (uint)feature.Hash);
        return (asked & MostAsked, answered, (asked & InTitle) != 0);
    }

    /// <summary>Compares by words only in the answers: pairs, fillers and letters of long texts are in everything.</summary>
    /// <param name="title">Its title alone.</param>
    /// <param name="asked">Title, product and question, as far as suggestions are made of them.</param>
    /// <param name="answered">All answers, as far.</param>
    /// <param name="sought">What only a search looks for, under numbers of its own: whoever compares for a suggestion does not meet it.</param>
    public static PageVector Of(Features title, Features asked, Features answered, IReadOnlyDictionary<Feature, (int Asked, int Answered)>? sought = null)
    {
        var vector = new PageVector(Math.Min(asked.Length, LongestAsked), Math.Min(title.Of(FeatureKinds.Stem).Count(), MostOfTitle), Math.Min(answered.Length, ushort.MaxValue));
        foreach (var (feature, count) in Compared(asked)) vector.Add(feature, count, 0);
        foreach (var feature in answered.Of(FeatureKinds.Stem).Take(Most)) vector.Add(feature, 0, answered.Count(feature));
        foreach (var (name, count) in asked.Names) vector.Add(name, count, 0);
        foreach (var (name, count) in answered.Names) vector.Add(name, 0, count);
        foreach (var (word, count) in asked.Compounds) vector.Add(word.As(FeatureKinds.Compound), count, 0);
        foreach (var (word, count) in answered.Compounds) vector.Add(word.As(FeatureKinds.Compound), 0, count);
        foreach (var (word, (askedOften, answeredOften)) in sought ?? new Dictionary<Feature, (int, int)>()) vector.Add(word, askedOften, answeredOften);
        foreach (var feature in title.Of(FeatureKinds.Stem).Concat(title.Names.Keys)) vector.Mark(feature);
        return vector;
    }

    /// <summary>As much of what is asked as finds room.</summary>
    public static IEnumerable<KeyValuePair<Feature, int>> Compared(Features asked) => asked.Counts.Take(Most);

    private void Add(Feature feature, int asked, int answered)
    {
        var (before, then, _) = Count(feature);
        _counts[(uint)feature.Hash] = ((byte)Math.Min(before + asked, MostAsked), (byte)Math.Min(then + answered, byte.MaxValue));
    }

    private void Mark(Feature feature)
    {
        if (_counts.TryGetValue((uint)feature.Hash, out var counted)) _counts[(uint)feature.Hash] = ((byte)(counted.Asked | InTitle), counted.Answered);
    }

    public byte[] Pack()
    {
        if (_packed is not null) return _packed;
        var bytes = new byte[Header + _counts.Count * Entry];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(AskedLength | (TitleWords << TitleAt)));
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

    public static PageVector Unpack(byte[] bytes)
    {
        var asked = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        return new(asked & LongestAsked, asked >> TitleAt, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2)), bytes);
    }

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
