using System.Xml;
using System.Xml.Linq;

namespace CommunityWidget.SearchEngine;

internal static class Feeds
{
    private const string Urn = "urn:uuid:";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task Check(Web web, string address, List<Fault> faults)
    {
        void Say(string what) => faults.Add(new(address, what));
        if (web.Read.Any(known => known.Uri == address)) return;
        var feed = await web.Get(address);
        if (feed.Status != 200 || feed.Type?.StartsWith("application/atom+xml", StringComparison.Ordinal) is not true)
        {
            Say($"is no feed: {feed.Status} {feed.Type}");
            return;
        }
        await Caching.Check(web, feed, faults);
        try
        {
            Check(XDocument.Parse(feed.Text).Root!, address, web, Say);
        }
        catch (XmlException error)
        {
            Say($"is no XML: {error.Message}");
        }
    }

    private static void Check(XElement root, string address, Web web, Action<string> say)
    {
        if (root.Name != Atom + "feed") say($"is no Atom but {root.Name}");
        if (Link(root, "self") != address) say($"calls itself {Link(root, "self")}");
        var entries = root.Elements(Atom + "entry").ToList();
        if (entries.Select(entry => (string?)entry.Element(Atom + "id")).Distinct().Count() != entries.Count) say("has an entry twice");
        foreach (var part in entries.Append(root))
        {
            foreach (var needed in new[] { "id", "title", "updated" }) if (string.IsNullOrWhiteSpace((string?)part.Element(Atom + needed))) say($"has no {needed} somewhere");
            // An address would be another one once its title is.
            if ((string?)part.Element(Atom + "id") is not { } id || !id.StartsWith(Urn, StringComparison.Ordinal) || !Guid.TryParse(id[Urn.Length..], out _)) say("goes by what does not last");
            if (!HeadChecks.IsTime((string?)part.Element(Atom + "updated"))) say("was updated at no time");
            if (part.Element(Atom + "author")?.Element(Atom + "name") is null) say("has something by nobody");
            if (Link(part, "alternate") is not { } page || !Uri.TryCreate(page, UriKind.Absolute, out var uri) || !web.IsOurs(uri)) say("leads nowhere");
        }
    }

    private static string? Link(XElement part, string rel) => (string?)part.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == rel)?.Attribute("href");
}
