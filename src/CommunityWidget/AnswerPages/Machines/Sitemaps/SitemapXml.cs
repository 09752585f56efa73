using System.Globalization;
using System.Security;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>Sitemaps as sitemaps.org describes them. No priority and no frequency: nobody reads them.</summary>
public static class SitemapXml
{
    public static string Begin(string root) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    public static string End(string root) => $"</{root}>\n";

    public static string Entry(string kind, string address, long modified) => $"<{kind}><loc>{SecurityElement.Escape(address)}</loc><lastmod>{Time(modified)}</lastmod></{kind}>\n";

    public static string Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
