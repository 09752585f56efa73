using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityWidget.Import.Understanding;

/// <summary>What somebody wrote, without the marks of the page it stood on: exports of forums carry HTML, and pages here show text.</summary>
public static partial class PlainText
{
    /// <summary>Text as it may be stored; characters that cannot be seen are gone.</summary>
    public static string Of(string raw)
    {
        var text = IsHtml().IsMatch(raw) ? WithoutTags(raw) : HasEntities().IsMatch(raw) ? Decoded(raw) : raw;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c is '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029') clean.Append('\n');
            else if (IsText(c) || c is '\n' or '\t') clean.Append(c);
        }
        return ManyLines().Replace(clean.ToString().Trim(), "\n\n");
    }

    /// <summary>A number or name that is kept letter by letter, without what cannot be stored.</summary>
    public static string Name(string raw) => string.Concat(raw.Where(IsText)).Trim();

    private static bool IsText(char c) => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF');

    // A page that was escaped as a whole is one; a tag that is spoken of stays.
    private static string Decoded(string raw) => WebUtility.HtmlDecode(raw) is var text && BeginsAsPage().IsMatch(text) ? WithoutTags(text) : text;

    private static string WithoutTags(string html)
    {
        var text = Unseen().Replace(html, "");
        text = Links().Replace(text, link => Linked(link.Groups["to"].Value, link.Groups["text"].Value));
        text = Items().Replace(text, "\n- ");
        text = Breaks().Replace(text, "\n");
        text = Paragraphs().Replace(text, "\n\n");
        return WebUtility.HtmlDecode(Tags().Replace(text, ""));
    }

    // Where a link goes is part of what was said.
    private static string Linked(string to, string text) => to.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !text.Contains(to, StringComparison.OrdinalIgnoreCase) ? $"{text} ({to})" : text;

    private const RegexOptions How = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"</(p|div|a|ul|ol|li|strong|em|b|i|code|pre|blockquote|span|h[1-6]|table)>|<(p|br|hr)\s*/?>", How)]
    private static partial Regex IsHtml();

    [GeneratedRegex(@"&(amp|quot|apos|lt|gt|nbsp|[lr][sda]quo|hellip|[nm]dash|euro|deg|(oe|ae|sz)lig|[aceinouy](acute|grave|circ|uml|cedil|tilde)|#[0-9]{1,6}|#x[0-9a-f]{1,5});", How)]
    private static partial Regex HasEntities();

    [GeneratedRegex(@"^\s*<(p|div)\b[^<>]*>.*</(p|div)>\s*$", How | RegexOptions.Singleline)]
    private static partial Regex BeginsAsPage();

    [GeneratedRegex(@"<(script|style)\b[^>]*>.*?</(script|style)\s*>|<!--.*?-->", How | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<a\s[^>]*href\s*=\s*[""']?(?<to>[^""'\s>]+)[^>]*>(?<text>[^<]*)</a\s*>", How)]
    private static partial Regex Links();

    [GeneratedRegex(@"\s*<li\b[^>]*>\s*", How)]
    private static partial Regex Items();

    [GeneratedRegex(@"[ \t]*<br\s*/?>[ \t]*\n?|</tr\s*>", How)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s*</?(p|div|ul|ol|blockquote|pre|h[1-6]|table)\b[^>]*>\s*|<hr\b[^>]*>", How)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"</?[a-z][a-z0-9]*\b[^<>]*>", How)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t]*\n([ \t]*\n){2,}", How)]
    private static partial Regex ManyLines();
}
