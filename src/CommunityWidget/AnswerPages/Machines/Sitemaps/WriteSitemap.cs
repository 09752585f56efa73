using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>
/// Writes one file of a sitemap as it is read, some hundred pages at a time: a million pages need no more memory than these, and neither a connection nor a place in the line waits for a slow reader.
/// Its mark is of what it is made from, so that asking again costs a count and no file.
/// </summary>
public sealed class WriteSitemap(SitemapStore sitemaps, AnswerAddress address, MakingLine line)
{
    // What is sent at once is small enough to be an object like any other: large ones stay until everything is looked through.
    private const int AtATime = 500, AtOnce = 16_000;

    public async Task Run(HttpContext http, Site site, SitemapFile file)
    {
        var asked = new EncodingAsked(http.Request);
        var mark = asked.Encoding switch { Cache.Encoding.Brotli => "-br", Cache.Encoding.Gzip => "-gz", _ => "" };
        var home = address.Link(site, AnswerAddress.Home(site));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"2 {home} {file.Number} {file.First} {file.Next} {file.Pages} {file.ModifiedAt} {file.Sum} {file.Ids}")).AsSpan(0, 10))}{mark}\"";
        var headers = http.Response.Headers;
        (headers.ETag, headers.LastModified) = (tag, DateTimeOffset.FromUnixTimeMilliseconds(file.ModifiedAt).ToString("R"));
        (headers.CacheControl, headers.Vary) = ("public, max-age=30, stale-while-revalidate=30", "Accept-Encoding");
        if (asked.HasIt(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = "application/xml; charset=utf-8";
        if (mark.Length > 0) headers.ContentEncoding = mark[1..] == "br" ? "br" : "gzip";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await using Stream? packed = asked.Encoding switch
        {
            Cache.Encoding.Brotli => new BrotliStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            Cache.Encoding.Gzip => new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => null,
        };
        // What is answered into is not ours to close: somebody may read it before it goes out.
        await Write(http, packed ?? http.Response.Body, home, site, file);
    }

    private async Task Write(HttpContext http, Stream body, string home, Site site, SitemapFile file)
    {
        await Send(body, SitemapXml.Begin("urlset"));
        var (text, left) = (new StringBuilder(), sitemaps.Most);
        for (Guid? after = null; left > 0;)
        {
            if (await Lines(http, site, file, after, Math.Min(AtATime, left)) is not { } lines)
            {
                // Nobody can be told to come again by now; what is broken off nobody takes for whole.
                http.Abort();
                return;
            }
            foreach (var page in lines)
            {
                text.Append(SitemapXml.Entry("url", $"{home}/{page.PublicId}/{Uri.EscapeDataString(page.Slug)}", page.ModifiedAt));
                if (text.Length < AtOnce) continue;
                await Send(body, text.ToString());
                text.Clear();
            }
            if (lines.Count < AtATime) break;
            (after, left) = (lines[^1].Id, left - lines.Count);
        }
        await Send(body, text + SitemapXml.End("urlset"));
    }

    private async Task<IReadOnlyList<SitemapLine>?> Lines(HttpContext http, Site site, SitemapFile file, Guid? after, int limit)
    {
        using var place = await line.Enter(http.RequestAborted);
        return place.IsAcquired ? await sitemaps.Lines(site.Id, file, after, limit) : null;
    }

    private static Task Send(Stream body, string text) => body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();
}
