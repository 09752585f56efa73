using System.Text;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Shown;

/// <summary>
/// Puts right, in one place, where the links, forms and files of a page lead that is read under the shop's name: no page can forget one. Attributes only, and what people
/// wrote holds no quotation mark there.
/// </summary>
public static class ShownHtml
{
    // A site's pages are a folder of the shop's; what all pages load stays ours, whole.
    private static readonly string[] Ours = ["/assets/", "/widget.js"];

    private static readonly string[] Attributes = ["href", "action", "formaction", "src"];

    public static string Rewrite(string html, Site site, string origin)
    {
        var home = AnswerAddress.Home(site);
        var text = new StringBuilder(html);
        foreach (var attribute in Attributes)
        {
            foreach (var end in "\"/?#") text.Replace($" {attribute}=\"{home}{end}", $" {attribute}=\"{(end == '"' ? AnswerAddress.Path(site, home) + end : AnswerAddress.Path(site, home + end))}");
            foreach (var file in Ours) text.Replace($" {attribute}=\"{file}", $" {attribute}=\"{origin}{file}");
        }
        return text.ToString();
    }

    /// <summary>What the page may load and talk to besides its own host: us.</summary>
    public static void AllowUs(HttpResponse response, string origin)
    {
        var socket = origin.Replace("http", "ws", StringComparison.Ordinal);
        response.Headers.ContentSecurityPolicy = SecurityHeaders.Also(origin, socket);
    }
}
