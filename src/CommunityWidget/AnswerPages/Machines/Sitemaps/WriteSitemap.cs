using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>
/// Writes one file of a sitemap as it is read, some hundred pages at a time: a million pages need no more memory than these, and no connection waits for a slow reader.
/// Its mark is of what it is made from, so that asking again costs a count and no file.
/// </summary>
public sealed class WriteSitemap(SitemapStore sitemaps, AnswerAddress address)
{
    // What is sent at once is small enough to be an object like any other: large ones stay until everything is looked through.
    private const int AtATime = 500, AtOnce = 16_000;

    public async Task Run(HttpContext http, Site site, SitemapFile file)
    {
        var asked = new EncodingAsked(http.Request);
        var mark = asked.Encoding switch { Cache.Encoding.Brotli => "-br", Cache.Encoding.Gzip => "-gz", _ => "" };
        var home = address.Link(site, AnswerAddress.Home(site));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"1 {home} {file.Number} {file.First} {file.Next} {file.Pages} {file.ModifiedAt} {file.Sum}")).AsSpan(0, 10))}{mark}\"";
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
        await Write(packed ?? http.Response.Body, home, site, file);
    }

    private async Task Write(Stream body, string home, Site site, SitemapFile file)
    {
        await Send(body, SitemapXml.Begin("urlset"));
        var (text, left) = (new StringBuilder(), sitemaps.Most);
        for (Guid? after = null; left > 0;)
        {
            var lines = await sitemaps.Lines(site.Id, file, after, Math.Min(AtATime, left));
            foreach (var line in lines)
            {
                text.Append(SitemapXml.Entry("url", $"{home}/{line.PublicId}/{Uri.EscapeDataString(line.Slug)}", line.ModifiedAt));
                if (text.Length < AtOnce) continue;
                await Send(body, text.ToString());
                text.Clear();
            }
            if (lines.Count < AtATime) break;
            (after, left) = (lines[^1].Id, left - lines.Count);
        }
        await Send(body, text + SitemapXml.End("urlset"));
    }

    private static Task Send(Stream body, string text) => body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();
}
