using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.SearchEngine;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>The words in what was fetched, for people and for machines: texts and descriptions, without the numbers that only programs read.</summary>
internal static class ReadWords
{
    private static readonly string[] Spoken = ["content", "title", "alt", "aria-label", "placeholder"];

    private static readonly HashSet<string> Numbers = ["url", "@id", "id", "sameAs", "dateCreated", "dateModified", "datePublished", "image", "item"];

    /// <summary>Addresses are the host's own and name a number of a port: no words.</summary>
    public static IEnumerable<string> Of(Fetched fetched) => All(fetched).Where(text => !text.Contains("://", StringComparison.Ordinal));

    private static IEnumerable<string> All(Fetched fetched) => fetched.Type switch
    {
        { } html when html.StartsWith("text/html", StringComparison.Ordinal) => OfPage(fetched.Text),
        { } xml when xml.Contains("xml", StringComparison.Ordinal) => XDocument.Parse(fetched.Text).Descendants().Where(e => !e.HasElements && e.Name.LocalName is not ("id" or "updated" or "published" or "lastmod" or "loc" or "uri")).SelectMany(e => OfPage(e.Value)),
        { } json when json.Contains("json", StringComparison.Ordinal) => OfJson(JsonDocument.Parse(fetched.Text).RootElement),
        _ => [],
    };

    private static IEnumerable<string> OfPage(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var data in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            foreach (var words in OfJson(JsonDocument.Parse(data.TextContent).RootElement)) yield return words;
        }
        foreach (var node in document.QuerySelectorAll("script, style")) node.Remove();
        foreach (var text in document.Descendants<IText>()) yield return text.Data;
        foreach (var element in document.All)
        {
            if (element.GetAttribute("property")?.Contains("time", StringComparison.Ordinal) is true || element.GetAttribute("type") == "hidden") continue;
            foreach (var name in Spoken)
            {
                if (element.GetAttribute(name) is { } said) yield return said;
            }
        }
    }

    private static IEnumerable<string> OfJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(OfJson),
        JsonValueKind.Object => json.EnumerateObject().Where(p => !Numbers.Contains(p.Name)).SelectMany(p => OfJson(p.Value)),
        _ => [],
    };
}
