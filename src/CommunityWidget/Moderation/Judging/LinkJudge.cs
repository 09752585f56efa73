using System.Text;

namespace CommunityWidget.Moderation.Judging;

/// <summary>Links in a text: what runs something or hides where it leads is refused, what nobody can see beforehand is held. Plain links pass.</summary>
internal static class LinkJudge
{
    private static readonly string[] Running = ["javascript:", "vbscript:", "data:text/html", "data:application", "file://", "ms-msdt:"];

    private static readonly string[] Shorteners =
        ["bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "shorturl.at", "t.ly", "tiny.cc", "rebrand.ly", "adf.ly", "s.id", "grabify.link", "iplogger.org", "t.co", "lnkd.in", "urlz.fr"];

    public static LinkVerdict Of(string text, SiteJudge own, ref int steps)
    {
        foreach (var scheme in Running)
        {
            steps++;
            if (text.Contains(scheme, StringComparison.OrdinalIgnoreCase) && IsCalled(text, scheme)) return LinkVerdict.Refused;
        }
        text = Slashed(text, ref steps);
        var worst = LinkVerdict.Fine;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var end = at + 3;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"')) end++;
            steps += end - at;
            var verdict = One(text.AsSpan(at + 3, end - at - 3), own);
            if (verdict == LinkVerdict.Refused) return verdict;
            if (verdict == LinkVerdict.Held) worst = verdict;
            at = Math.Max(at, end - 3);
        }
        if (BareLinks.Of(text, own, ref steps) is not LinkVerdict.Fine and var bare) worst = bare;
        return worst == LinkVerdict.Fine && Shorteners.Any(host => Stands(text, host)) ? LinkVerdict.Held : worst;
    }

    // "http:\\shop.example", "https:\/\/shop.example": a browser reads them so, and people type them and programs write them.
    private static string Slashed(string text, ref int steps)
    {
        if (!text.Contains(@":\", StringComparison.Ordinal) && !text.Contains(@":/\", StringComparison.Ordinal)) return text;
        var read = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            read.Append(text[i]);
            if (text[i] != ':' || !IsWeb(text, i)) continue;
            var end = i + 1;
            while (end < text.Length && text[end] is '/' or '\\') end++;
            if (end - i < 2 || !text.AsSpan(i, end - i).Contains('\\')) continue;
            read.Append("//");
            for (; end < text.Length && !char.IsWhiteSpace(text[end]); end++) read.Append(text[end] == '\\' ? '/' : text[end]);
            steps += end - i;
            i = end - 1;
        }
        return read.ToString();
    }

    private static bool IsWeb(string text, int colon) =>
        (colon >= 4 && string.Compare(text, colon - 4, "http", 0, 4, StringComparison.OrdinalIgnoreCase) == 0) || (colon >= 5 && string.Compare(text, colon - 5, "https", 0, 5, StringComparison.OrdinalIgnoreCase) == 0);

    private static LinkVerdict One(ReadOnlySpan<char> link, SiteJudge own)
    {
        var slash = link.IndexOfAny('/', '?', '#');
        var authority = slash < 0 ? link : link[..slash];
        if (authority.Contains('@') || authority.Contains('\\')) return LinkVerdict.Refused;
        var host = LinkHost.Of(link);
        var isWhole = LinkHost.IsWhole(link);
        if (isWhole && own.AllowsSome && own.Allows(host)) return LinkVerdict.Fine;
        foreach (var c in link)
        {
            // Turns or hides what is read.
            if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format) return LinkVerdict.Refused;
        }
        // What the shop itself is called, and what it has to download, is for nobody to doubt.
        if (isWhole && own.IsOwn(host)) return LinkVerdict.Fine;
        if (LinkHost.Pretends(host) || host.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || host.Contains(".xn--", StringComparison.OrdinalIgnoreCase)) return LinkVerdict.Refused;
        if (LinkHost.IsNumber(host) || Shorteners.Contains(host, StringComparer.OrdinalIgnoreCase)) return LinkVerdict.Held;
        var path = slash < 0 ? [] : link[slash..];
        var query = path.IndexOfAny('?', '#');
        if (query >= 0) path = path[..query];
        return ProgramLink.Is(path) ? LinkVerdict.Held : LinkVerdict.Fine;
    }

    // "metadata: x" is no scheme, and "javascript: the good parts" no link.
    private static bool IsCalled(string text, string scheme)
    {
        var at = text.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
        return (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + scheme.Length < text.Length && !char.IsWhiteSpace(text[at + scheme.Length]);
    }

    private static bool Stands(string text, string host)
    {
        for (var at = text.IndexOf(host + "/", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(host + "/", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = at >= 4 && text.AsSpan(at - 4, 4).Equals("www.", StringComparison.OrdinalIgnoreCase) ? at - 4 : at;
            if (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-')) return true;
        }
        return false;
    }
}

/// <summary>What becomes of a text for its links.</summary>
internal enum LinkVerdict { Fine, Held, Refused }
