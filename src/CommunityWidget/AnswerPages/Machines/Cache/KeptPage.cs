using System.IO.Compression;
using System.IO.Hashing;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>An answer as it was made, with its compressed forms once somebody asked for them.</summary>
public sealed class KeptPage
{
    /// <summary>What an entry weighs beside its bytes.</summary>
    private const int Overhead = 1_024;

    private readonly Lazy<byte[]> _gzip, _brotli;
    private readonly string _marked, _markedGzip, _markedBrotli;

    public KeptPage(byte[] body, int status, IReadOnlyList<KeyValuePair<string, string>> headers, About about, long at)
    {
        (Body, Status, Headers, About, At) = (body, status, headers, about, at);
        // Says which bytes these are, and proves nothing to anybody.
        Tag = Convert.ToHexStringLower(XxHash128.Hash(body));
        (_marked, _markedGzip, _markedBrotli) = ($"\"{Tag}\"", $"\"{Tag}-gz\"", $"\"{Tag}-br\"");
        // Made for one reader, sent to thousands; but pages come anew every half minute, so not as small as could be.
        _gzip = new(() => Pack(to => new GZipStream(to, CompressionLevel.Optimal)));
        _brotli = new(() => Pack(to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 })));
    }

    private KeptPage(KeptPage same, long at)
    {
        (Body, Status, Headers, About, At, Tag) = (same.Body, same.Status, same.Headers, same.About, at, same.Tag);
        (_gzip, _brotli) = (same._gzip, same._brotli);
        (_marked, _markedGzip, _markedBrotli) = (same._marked, same._markedGzip, same._markedBrotli);
    }

    public byte[] Body { get; }

    public int Status { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public About About { get; }

    /// <summary>When its making began: a timestamp, not the time of day.</summary>
    public long At { get; }

    public string Tag { get; }

    public bool Packs { get; init; } = true;

    /// <summary>What it was counted as last, which is what is taken off when it goes: compressed forms come in between.</summary>
    public int Counted { get; private set; }

    /// <summary>Counts it as what it weighs now.</summary>
    public int Count() => Counted = Weight;

    private int Weight => Overhead + Body.Length + (_gzip.IsValueCreated ? _gzip.Value.Length : 0) + (_brotli.IsValueCreated ? _brotli.Value.Length : 0);

    /// <summary>The same again: what was compressed is not compressed anew.</summary>
    public KeptPage Again(long at) => new(this, at) { Packs = Packs };

    public bool IsAs(KeptPage other) => Tag == other.Tag && Body.AsSpan().SequenceEqual(other.Body) && Status == other.Status && Headers.SequenceEqual(other.Headers);

    /// <summary>One of its forms, with the tag that is this form's alone.</summary>
    public (byte[] Bytes, string? Encoding, string Tag) In(Encoding encoding) => (encoding, Packs) switch
    {
        (Encoding.Brotli, true) => (_brotli.Value, "br", _markedBrotli),
        (Encoding.Gzip, true) => (_gzip.Value, "gzip", _markedGzip),
        _ => (Body, null, _marked),
    };

    private byte[] Pack(Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream(Body.Length / 3);
        using (var stream = packer(packed)) stream.Write(Body);
        return packed.ToArray();
    }
}

/// <summary>Whose page it is: what is dropped when that changes.</summary>
/// <param name="Site">Whose.</param>
/// <param name="Page">Which; none for lists and feeds.</param>
public sealed record About(Guid Site, Guid? Page = null)
{
    /// <summary>Other pages whose titles it shows.</summary>
    public IReadOnlyList<Guid> Others { get; init; } = [];

    /// <summary>Shows something of this page, or may: a list is not asked which.</summary>
    public bool Shows(Guid page) => Page is null || Page == page || Others.Contains(page);
}

/// <summary>How a reader's program takes bytes.</summary>
public enum Encoding
{
    None,
    Gzip,
    Brotli,
}
