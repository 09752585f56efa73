using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityWidget.Moderation.Charters;

/// <summary>Markdown as a page may show it: no HTML of its own, no pictures, links only to the web and to mail, headings below the page's.</summary>
public static class CharterMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsSafe(link.GetDynamicUrl?.Invoke() ?? link.Url)) Unwrap(link);
            else link.GetAttributes().AddProperty("rel", "nofollow noopener noreferrer");
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList()) link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    // By the parsed scheme: what a browser would make of the address, not how it looks.
    private static bool IsSafe(string? url) => Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme, StringComparer.Ordinal);

    // What was written stays as text.
    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }
}
