using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Html;

namespace CommunityWidget.AnswerPages.Machines.Words;

/// <summary>What people wrote, for a page: every link is one, and strangers' links say that we do not vouch for them.</summary>
public static class WrittenHtml
{
    public const string Strangers = "ugc nofollow noopener";

    /// <summary>Letters of any language stay letters: half the bytes of a French page.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="written">As it is kept.</param>
    /// <param name="site">Whose own links are plain.</param>
    /// <param name="address">Ours, which is plain too.</param>
    public static IHtmlContent Of(string written, Site site, PublicAddress address) => new HtmlString(Text(written, site, address));

    public static string Text(string written, Site site, PublicAddress address)
    {
        var parts = WrittenText.Parts(written);
        if (parts is [{ Link: null } whole]) return Encoded(whole.Text);
        var html = new StringBuilder(written.Length + 64);
        foreach (var (text, link) in parts.Select(part => (Encoded(part.Text), part.Link)))
        {
            if (link is null) html.Append(text);
            else html.Append("<a href=\"").Append(Encoded(link.AbsoluteUri)).Append('"').Append(IsOwn(link, site, address) ? "" : $" rel=\"{Strangers}\"").Append('>').Append(text).Append("</a>");
        }
        return html.ToString();
    }

    /// <summary>Decided by the host that a browser would go to, never by what an address contains somewhere.</summary>
    private static bool IsOwn(Uri link, Site site, PublicAddress address) =>
        site.OwnHosts.Contains(link.IdnHost, StringComparer.OrdinalIgnoreCase) || string.Equals(link.IdnHost, new Uri(address.Origin).IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string Encoded(string text) => Encoder.Encode(text);
}
