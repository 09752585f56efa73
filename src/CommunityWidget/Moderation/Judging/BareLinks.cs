using System.Net;
using System.Net.Sockets;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Moderation.Judging;

/// <summary>Addresses without a scheme, which a browser opens none the less: <c>evil.example/setup.exe</c>. Only what is dangerous in them is said: a word with a dot in it may be two.</summary>
internal static class BareLinks
{
    private const string Opening = "([{<\"'«“”„‘’‚*_-=>|", Closing = ".,;:!?)]}>\"'»”’…*_|";

    public static LinkVerdict Of(string text, SiteJudge own, ref int steps)
    {
        var worst = LinkVerdict.Fine;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            steps += end - i;
            var verdict = One(text, i, text.AsSpan(i, end - i), own);
            if (verdict == LinkVerdict.Refused) return verdict;
            if (verdict == LinkVerdict.Held) worst = verdict;
            i = end;
        }
        return worst;
    }

    private static LinkVerdict One(string text, int at, ReadOnlySpan<char> word, SiteJudge own)
    {
        if (!word.Contains('.') || word.Contains("://", StringComparison.Ordinal)) return LinkVerdict.Fine;
        word = word.TrimStart(Opening);
        // "link:evil.example", and not the port behind a host.
        if (word.IndexOf(':') is var colon and >= 0 && colon + 1 < word.Length && !char.IsAsciiDigit(word[colon + 1])) word = word[(colon + 1)..].TrimStart(Opening);
        var slash = word.IndexOfAny('/', '?', '#');
        var name = slash < 0 ? word.TrimEnd(Closing) : word[..slash];
        var isNumber = slash > 0 && slash + 1 < word.Length && char.IsLetter(word[slash + 1]) && IsNumber(name)
            && (ProgramLink.Is(word[slash..]) || !Cues.Before(text, at, Cues.Version, words: 2));
        if (name.ContainsAny('@', '\\') || !(isNumber || LinkFinder.IsHost(name))) return LinkVerdict.Fine;
        var host = LinkHost.Of(name);
        if (own.IsOwn(host) || (own.AllowsSome && own.Allows(host))) return LinkVerdict.Fine;
        if (host.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) || host.Contains(".xn--", StringComparison.OrdinalIgnoreCase) || LinkHost.Imitates(host)) return LinkVerdict.Refused;
        if (isNumber) return LinkVerdict.Held;
        var path = slash < 0 ? [] : word[slash..];
        if (path.IndexOfAny('?', '#') is var query and >= 0) path = path[..query];
        return ProgramLink.Is(path) ? LinkVerdict.Held : LinkVerdict.Fine;
    }

    // In whose own house one is, is where everybody is who sets up a router.
    private static bool IsNumber(ReadOnlySpan<char> name)
    {
        if (name.Count('.') != 3 || !IPAddress.TryParse(name, out var address) || address.AddressFamily != AddressFamily.InterNetwork) return false;
        Span<byte> octets = stackalloc byte[4];
        return address.TryWriteBytes(octets, out _) && octets is not ([10 or 127, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..]);
    }
}
