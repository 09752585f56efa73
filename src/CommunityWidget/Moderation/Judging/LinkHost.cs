using System.Text;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Moderation.Judging;

/// <summary>Where a link leads, as a browser reads it, and what is odd about that.</summary>
internal static class LinkHost
{
    private const string Ends = "/?#\\,;()<>\"'»”’}…“„‘‚«‹›，、；：！？（）【】「」『』《》〈〉`|^", CyrillicTwins = "асԁеһіјӏорԛѕԝхуҽѵ", GreekTwins = "αικνρυωηοτ";

    private const int Longest = 253, Shortest = 3;

    /// <summary>The host of what stands behind <c>://</c>: without port, "www." and what the sentence around it says.</summary>
    public static string Of(ReadOnlySpan<char> link)
    {
        var host = link[..End(link)];
        var user = host.LastIndexOf('@');
        host = host[(user + 1)..];
        var port = host.StartsWith("[") ? host.IndexOf(']') + 1 : host.IndexOf(':');
        if (port > 0) host = host[..port];
        var read = Plain(host.ToString()).TrimEnd('.', '!', '*', '_');
        return read.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? read[4..] : read;
    }

    /// <summary>A browser finds the host end there too: behind a quotation mark it may go on, <c>shop.example“.evil.example</c>.</summary>
    public static bool IsWhole(ReadOnlySpan<char> link)
    {
        var rest = link[End(link)..];
        if (rest.IsEmpty || rest[0] is '/' or '?' or '#') return true;
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c)) return false;
        }
        return true;
    }

    private static int End(ReadOnlySpan<char> link)
    {
        var end = 0;
        while (end < link.Length && end <= Longest && !char.IsWhiteSpace(link[end]) && !Ends.Contains(link[end]) && (link[end] != ']' || link[0] == '[')) end++;
        return end;
    }

    /// <summary>No name but an address, however its number is written: 192.168.0.1, 0xC0A80001, [::1].</summary>
    public static bool IsNumber(ReadOnlySpan<char> host)
    {
        if (host.StartsWith("[")) return true;
        var last = host[(host.LastIndexOf('.') + 1)..];
        if (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return !last[2..].ContainsAnyExcept("0123456789abcdefABCDEF");
        return last.Length > 0 && !last.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>One of its names is in two alphabets ("paypаl" with one Cyrillic letter), or all of it looks like Latin letters and is none.</summary>
    public static bool Pretends(string host)
    {
        var isLatinAtTheEnd = Script(host.AsSpan(host.LastIndexOf('.') + 1)) == Scripts.Latin;
        foreach (var part in host.AsSpan().Split('.'))
        {
            var label = host.AsSpan()[part];
            if (Script(label) is not { } script) return true;
            var twins = script == Scripts.Cyrillic ? CyrillicTwins : script == Scripts.Greek ? GreekTwins : null;
            if (twins is not null && isLatinAtTheEnd && LooksLatin(label, twins)) return true;
        }
        return false;
    }

    /// <summary>The same without a scheme, where a name may be a word: all its letters of another alphabet look like Latin ones, and its end is one of hosts.</summary>
    public static bool Imitates(string host)
    {
        var end = host.LastIndexOf('.');
        if (end < Shortest || !SpelledEmailFinder.IsEnding(host.AsSpan(end + 1))) return false;
        foreach (var part in host.AsSpan(0, end).Split('.'))
        {
            var label = host.AsSpan()[part];
            if (label.Length < Shortest || !label.ContainsAnyExceptInRange('\0', '\u036F')) continue;
            var isTwin = true;
            foreach (var c in label) isTwin &= c < '\u0250' || CyrillicTwins.Contains(char.ToLowerInvariant(c)) || GreekTwins.Contains(c);
            if (isTwin) return true;
        }
        return false;
    }

    private static bool LooksLatin(ReadOnlySpan<char> label, string twins)
    {
        foreach (var c in label)
        {
            if (char.IsLetter(c) && !twins.Contains(char.ToLowerInvariant(c))) return false;
        }
        return true;
    }

    // Null where there are two.
    private static Scripts? Script(ReadOnlySpan<char> label)
    {
        var found = Scripts.None;
        foreach (var c in label)
        {
            var script = !char.IsLetter(c) ? Scripts.None : c switch
            {
                // The letters of the Vietnamese are Latin ones; those of phonetics are in no name.
                < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Scripts.Latin,
                (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Scripts.Greek,
                >= '\u0400' and <= '\u052F' => Scripts.Cyrillic,
                _ => Scripts.Other,
            };
            if (script == Scripts.None) continue;
            if (found != Scripts.None && found != script) return null;
            found = script;
        }
        return found;
    }

    // Wide letters and dots are the plain ones to a browser.
    private static string Plain(string host) =>
        host.AsSpan().ContainsAnyExceptInRange('\0', '\u007f') && !host.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? host.Normalize(NormalizationForm.FormKC).Replace('。', '.') : host;

    private enum Scripts
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Other,
    }
}
