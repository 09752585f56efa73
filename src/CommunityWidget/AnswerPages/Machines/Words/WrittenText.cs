using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Machines.Words;

/// <summary>
/// What people wrote, cut into words and links. Everything that shows or tells it – page, JSON-LD, feed, JSON – is made from these parts, so that
/// a machine never reads what a person cannot see.
/// </summary>
public static partial class WrittenText
{
    private const int LongestLink = 2_000;

    // What turns writing around or is no character to see. Nearly no text has any, and is taken as it is.
    private static readonly SearchValues<char> Tricks = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Except("\n\t"), .. "\u00AD\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFE\uFFFF"]);

    /// <summary>The text as it is shown: controls that turn writing around are gone, hosts in other letters are named as what they are.</summary>
    public static string Plain(string written)
    {
        var parts = Parts(written);
        return parts is [var whole] ? whole.Text : string.Concat(parts.Select(part => part.Text));
    }

    /// <summary>The same on one line: two texts that differ in their spaces only say the same.</summary>
    public static string Squeezed(string written) => string.Join(' ', Plain(written).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Two texts that differ at most in their spaces, without making either anew.</summary>
    public static bool SaysAs(string written, string other)
    {
        var one = Plain(written).AsSpan().Trim();
        var two = Plain(other).AsSpan().Trim();
        while (one.Length > 0 && two.Length > 0)
        {
            var isSpace = char.IsWhiteSpace(one[0]);
            if (isSpace != char.IsWhiteSpace(two[0]) || (!isSpace && one[0] != two[0])) return false;
            one = isSpace ? one.TrimStart() : one[1..];
            two = isSpace ? two.TrimStart() : two[1..];
        }
        return one.Length == two.Length;
    }

    /// <summary>Holds what turns writing around or is no character to see.</summary>
    public static bool HasTricks(string written) => written.AsSpan().ContainsAny(Tricks);

    public static IReadOnlyList<WrittenPart> Parts(string written)
    {
        var text = HasTricks(written) ? WithoutTricks(written) : written;
        if (!text.Contains("://", StringComparison.Ordinal)) return text.Length == 0 ? [] : [new(text)];
        var parts = new List<WrittenPart>();
        var done = 0;
        foreach (Match found in Address().Matches(text))
        {
            var typed = Trimmed(found.Value);
            if (LinkOf(typed) is not { } link) continue;
            if (found.Index > done) parts.Add(new(text[done..found.Index]));
            parts.Add(new(Shown(typed, link), link));
            done = found.Index + typed.Length;
        }
        if (done < text.Length) parts.Add(new(text[done..]));
        return parts;
    }

    // Only what a browser would open in a window, at a host of its own, without a name or password in front of it.
    private static Uri? LinkOf(string typed) =>
        typed.Length <= LongestLink && Uri.TryCreate(typed, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
        && link.UserInfo == "" && link.HostNameType is UriHostNameType.Dns && link.AsciiHost()?.Contains('.') is true ? link : null;

    // раураl.com looks like another shop: it is called xn--… then.
    private static string Shown(string typed, Uri link) =>
        link.Host == link.IdnHost ? typed : typed.Replace(HostIn(typed), link.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string HostIn(string typed)
    {
        var from = typed.IndexOf("://", StringComparison.Ordinal) + 3;
        var to = typed.AsSpan(from).IndexOfAny('/', '?', '#');
        var authority = to < 0 ? typed[from..] : typed.Substring(from, to);
        return authority.Split(':')[0];
    }

    // "(see https://shop.example/a)." links to what is inside.
    private static string Trimmed(string typed)
    {
        var end = typed.Length;
        while (end > 0 && (".,;:!?…»”’'\"".Contains(typed[end - 1]) || (typed[end - 1] is ')' or ']' && !Opens(typed[..(end - 1)], typed[end - 1])))) end--;
        return typed[..end];
    }

    private static bool Opens(string before, char closing) =>
        before.Count(c => c == (closing == ')' ? '(' : '[')) > before.Count(c => c == closing);

    private static string WithoutTricks(string written)
    {
        var text = new StringBuilder(written.Length);
        foreach (var c in written.Where(c => !Tricks.Contains(c))) text.Append(c);
        return text.ToString();
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@])https?://[^\s<>""`\\{}|^]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}

/// <summary>A piece of a text.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="Link">Where it leads, when it is a link.</param>
public sealed record WrittenPart(string Text, Uri? Link = null);
