using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CommunityWidget.SearchEngine;

/// <summary>A page as it was fetched, and what a reader sees of it.</summary>
public sealed partial class Page(Fetched fetched)
{
    public Fetched Fetched { get; } = fetched;

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(fetched.Text);

    public string Address => Fetched.Uri;

    public string? Canonical => Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    public string? Meta(string name) => Document.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");

    public bool IsNoIndex => Meta("robots")?.Contains("noindex", StringComparison.Ordinal) is true || Fetched.Header("X-Robots-Tag")?.Contains("noindex", StringComparison.Ordinal) is true;

    /// <summary>One question, not a list.</summary>
    public bool IsQuestion => Meta("og:type") == "article";

    public IReadOnlyList<IElement> Answers => [.. Document.QuerySelectorAll("[id^='answer-']")];

    /// <summary>The words of each answer.</summary>
    public IEnumerable<string> Said => Answers.Select(answer => Squeezed(answer.QuerySelector(".words")?.TextContent ?? ""));

    public IEnumerable<string> Feeds => Document.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']").Select(link => link.GetAttribute("href")!);

    /// <summary>What is visible, with spaces as people see them.</summary>
    public string Visible { get; } = Squeezed(VisibleText(new HtmlParser().ParseDocument(fetched.Text).Body!));

    public static string Squeezed(string text) => Spaces().Replace(text, " ").Trim();

    public IEnumerable<(string To, string From)> Links(Web web) => Document.QuerySelectorAll("a[href]")
        .Select(a => Uri.TryCreate(new Uri(Address), a.GetAttribute("href"), out var uri) ? uri : null)
        .Where(uri => uri is not null && web.IsOurs(uri)).Select(uri => (uri!.GetLeftPart(UriPartial.Query), Address));

    public static string VisibleText(IElement element)
    {
        foreach (var hidden in element.QuerySelectorAll("script, style, template, [hidden], noscript, .unseen")) hidden.Remove();
        // Words of two blocks are two words.
        foreach (var block in element.QuerySelectorAll("p, h1, h2, h3, li, section, article, div, br, dt, dd, time")) block.AppendChild(block.Owner!.CreateTextNode(" "));
        return element.TextContent;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Spaces();
}
