using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace CommunityWidget.SearchEngine;

/// <summary>Fetches as a crawler does: no cookies, no script, redirects seen one by one. A public name may be looked for at another address, as before a launch.</summary>
public sealed class Web(Uri address, Uri? named = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = System.Net.DecompressionMethods.None });
    private readonly ConcurrentDictionary<string, Fetched> _fetched = new();

    public Uri Origin { get; } = new((named ?? address).GetLeftPart(UriPartial.Authority));

    /// <summary>All that was read, once each.</summary>
    public IEnumerable<Fetched> Read => _fetched.Values;

    /// <summary>What is done to all that is read: a test that damages it shows that the damage is seen.</summary>
    public Func<Fetched, Fetched> Through { get; init; } = fetched => fetched;

    /// <summary>Hosts that are the same shop's.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>Where a page's style and scripts may come from besides its own host: whoever makes the pages.</summary>
    public string? Assets { get; init; }

    public bool IsOurs(Uri uri) => uri.GetLeftPart(UriPartial.Authority) == Origin.GetLeftPart(UriPartial.Authority);

    public async Task<Fetched> Get(string uri) => _fetched.TryGetValue(uri, out var known) ? known : _fetched[uri] = await Ask(uri);

    /// <summary>Asks anew, with these headers.</summary>
    public async Task<Fetched> Ask(string uri, params (string Name, string Value)[] headers)
    {
        var wanted = new Uri(uri);
        using var request = new HttpRequestMessage(HttpMethod.Get, IsOurs(wanted) ? new Uri(address, wanted.PathAndQuery) : wanted);
        if (IsOurs(wanted)) request.Headers.Host = Origin.Authority;
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (compatible; SearchEngine/1)");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var all = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return Through(new(uri, (int)answer.StatusCode, all, Unpacked(bytes, all.GetValueOrDefault("Content-Encoding")), bytes.Length));
    }

    public void Dispose() => _http.Dispose();

    private static byte[] Unpacked(byte[] bytes, string? encoding)
    {
        if (encoding != "gzip" || bytes.Length == 0) return bytes;
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}

/// <summary>What came back.</summary>
public sealed record Fetched(string Uri, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, int Sent)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Type => Header("Content-Type");
}
