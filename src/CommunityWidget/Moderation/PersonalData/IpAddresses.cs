using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>IP addresses of both kinds.</summary>
internal sealed class IpAddresses : IDataFinder
{
    private const int LongestV6 = 45;

    private const int Low = 70;

    // Of goods: how tight they are.
    private static readonly HashSet<string> Rated = ["indice", "indices", "degre", "degres", "protection", "rating", "ratings", "rated", "norme", "class", "classe"];

    private static readonly HashSet<string> Called = ["ip", "ipv"], Named = ["address", "adresse", "is", "est"];

    /// <summary>"192.168.1.20", and not version 4.1.2.3 of something.</summary>
    public static bool IsV4(string text, in DigitRun run, int from)
    {
        if (from + 4 > run.Count || !run.IsEven(from, from + 4) || run.Between(from) != '.' || from + 4 < run.Count && run.Between(from + 3) == '.') return false;
        for (var i = from; i < from + 4; i++)
        {
            if (run.LengthOf(i) > 3 || (run.LengthOf(i) > 1 && run[i][0] == '0') || !byte.TryParse(run[i], out _)) return false;
        }
        var end = run.EndOf(from + 3);
        return !(end < text.Length && char.IsLetter(text[end])) && (IsCalled(text, run.StartOf(from)) || !Cues.Before(text, run.StartOf(from), Cues.Version, words: 2));
    }

    public void Find(string text, Finds found)
    {
        InCommas(text, found);
        for (var colon = text.IndexOf(':'); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var start = colon;
            while (start > 0 && colon - start < 5 && char.IsAsciiHexDigit(text[start - 1])) start--;
            if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.' || (text[start - 1] == ':' && !IsLabel(text, start - 1)))) continue;
            var end = colon;
            while (end < text.Length && end - start < LongestV6 && (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.')) end++;
            while (end > colon && (text[end - 1] == '.' || (text[end - 1] == ':' && !(end > 1 && text[end - 2] == ':')))) end--;
            found.Steps += end - start + 1;
            var candidate = text.AsSpan(start, end - start);
            if (end < text.Length && char.IsLetterOrDigit(text[end]) || candidate.Count(':') < 2 || !(HasDigit(candidate) || IsCalled(text, start))) continue;
            if (!IPAddress.TryParse(candidate, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6) continue;
            found.Add(new(start, end - start, DataKinds.Ip));
            colon = Math.Max(colon, end - 1);
        }
    }

    /// <summary>"ip82.64.12.17": what it is called is written on to it.</summary>
    public static bool IsGlued(string text, in DigitRun run) => IsV4(text, run, 0) && Cues.Before(text, run.Start, Called, words: 1);

    // "my ip is 82,64,12,17"
    private static void InCommas(string text, Finds found)
    {
        for (var comma = text.IndexOf(','); comma > 0; comma = text.IndexOf(',', comma + 1))
        {
            var start = comma;
            while (start > 0 && comma - start < 4 && char.IsAsciiDigit(text[start - 1])) start--;
            var (at, parts, highest) = (start, 0, 0);
            while (parts < 4)
            {
                var end = at;
                while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end])) end++;
                if (!byte.TryParse(text.AsSpan(at, end - at), out var part)) break;
                highest = Math.Max(highest, part);
                parts++;
                at = end;
                if (parts == 4 || at >= text.Length || text[at] != ',') break;
                at++;
            }
            found.Steps += at - start + 1;
            if (parts < 4 || (highest < Low && !Cues.Before(text, start, Named, words: 1)) || Cues.Before(text, start, Rated, words: 4) || (at < text.Length && char.IsLetterOrDigit(text[at])) || (start > 0 && char.IsLetterOrDigit(text[start - 1])) || !IsCalled(text, start)) continue;
            found.Add(new(start, at - start, DataKinds.Ip));
            comma = at - 1;
        }
    }

    // "android ip: 82.64.12.17", "Windows IP address 82.64.12.17": what it is called says more than what stands before.
    private static bool IsCalled(string text, int start) =>
        Cues.Before(text, start, Called, words: 1) || (Cues.Before(text, start, Named, words: 1) && Cues.Before(text, start, Called, words: 3));

    // "IP:2001:db8::1": a word before the first colon, and no part of the address.
    private static bool IsLabel(string text, int colon)
    {
        var at = colon;
        while (at > 0 && colon - at < 5 && char.IsAsciiHexDigit(text[at - 1])) at--;
        return colon - at == 5 || (at > 0 && char.IsLetter(text[at - 1]));
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}
