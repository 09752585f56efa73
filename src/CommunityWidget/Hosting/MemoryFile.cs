using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CommunityWidget.Hosting;

/// <summary>A small file served from memory, compressed once as well as it can be.</summary>
public sealed class MemoryFile
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly string _type;
    private readonly string _cache;
    private readonly Form _plain;
    private readonly Lazy<Form> _gzip;
    private readonly Lazy<Form> _brotli;

    public MemoryFile(string name, byte[] bytes, string cache)
    {
        _type = Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
        if (_type.StartsWith("text/", StringComparison.Ordinal)) _type += "; charset=utf-8";
        _cache = cache;
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        _plain = new(bytes, null, new($"\"{tag}\""));
        _gzip = new(() => new(Pack(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)), "gzip", new($"\"{tag}-gz\"")));
        _brotli = new(() => new(Pack(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)), "br", new($"\"{tag}-br\"")));
    }

    public async Task Send(HttpContext http)
    {
        var form = Best(http.Request);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = form.Tag;
        http.Response.Headers.CacheControl = _cache;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(form.Tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = _type;
        http.Response.ContentLength = form.Bytes.Length;
        if (form.Encoding is not null) http.Response.Headers.ContentEncoding = form.Encoding;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(form.Bytes);
    }

    private Form Best(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (wanted.Contains("br")) return _brotli.Value;
        return wanted.Contains("gzip") ? _gzip.Value : _plain;
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    private sealed record Form(byte[] Bytes, string? Encoding, EntityTagHeaderValue Tag);
}
