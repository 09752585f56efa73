using System.Text;
using System.Xml;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Feeds;

/// <summary>News of pages as Atom (RFC 4287): what a page shows, and nothing else.</summary>
public sealed class AtomFeed(AnswerAddress address, PublicAddress ours)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="site">Whose.</param>
    /// <param name="about">What it goes by, what it is called and where: its own path, and the path of the page it tells about.</param>
    /// <param name="entries">Newest change first.</param>
    /// <param name="modifiedAt">When what it tells about last changed, also by what is not there any more.</param>
    public string Of(Site site, (string Id, string Title, string Path, string Page, string Language) about, IReadOnlyList<AtomEntry> entries, long modifiedAt = 0)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8Writer(text), new() { Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, about.Language);
            Line(xml, "id", about.Id);
            Written(xml, "title", about.Title);
            Link(xml, "self", address.Link(site, about.Path), "application/atom+xml");
            Link(xml, "alternate", address.Link(site, about.Page), "text/html");
            Line(xml, "updated", SitemapXml.Time(entries.Select(entry => entry.ModifiedAt).Append(modifiedAt).Max() is > 0 and var changed ? changed : site.CreatedAt));
            xml.WriteStartElement("author", Atom);
            Written(xml, "name", site.Name);
            xml.WriteEndElement();
            foreach (var entry in entries) Entry(xml, site, entry);
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private void Entry(XmlWriter xml, Site site, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Line(xml, "id", entry.Id);
        Written(xml, "title", entry.Title);
        Link(xml, "alternate", address.Link(site, entry.Path), "text/html");
        Line(xml, "published", SitemapXml.Time(entry.PublishedAt));
        Line(xml, "updated", SitemapXml.Time(entry.ModifiedAt));
        xml.WriteStartElement("author", Atom);
        Written(xml, "name", entry.Author);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(string.Concat(entry.Paragraphs.Select(said => $"<p{(said.Language == entry.Language ? "" : $" lang=\"{said.Language}\"")}>{WrittenHtml.Text(said.Text, site, ours).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    // Without what no XML may hold.
    private static void Written(XmlWriter xml, string name, string text) => Line(xml, name, WrittenText.Plain(text));

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private sealed class Utf8Writer(StringBuilder text) : StringWriter(text)
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
    }
}

/// <summary>A page or an answer in a feed.</summary>
/// <param name="Id">What it goes by, whatever becomes of its address.</param>
/// <param name="Path">Where, as a path of ours.</param>
/// <param name="Title">Of the question.</param>
/// <param name="Language">Two letters: of the title, and of what names no other.</param>
/// <param name="Author">Who answered.</param>
/// <param name="PublishedAt">Since when it is there.</param>
/// <param name="ModifiedAt">When a reader could last see it change.</param>
/// <param name="Paragraphs">What it says, and in which language.</param>
public sealed record AtomEntry(string Id, string Path, string Title, string Language, string Author, long PublishedAt, long ModifiedAt, IReadOnlyList<(string Text, string Language)> Paragraphs);
