namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Addresses spelled out: "jane at mail dot com", "jean arobase mail point fr", "jane (at) mail.example".</summary>
internal sealed class SpelledEmailFinder : IDataFinder
{
    private const int Longest = 254;

    private static readonly string[] At = [" at ", "(at)", "[at]", "{at}", " (at) ", " [at] ", " arobase ", "(arobase)", " arobas ", " @ ", " chez ", "<at>", " AT "];

    private static readonly string[] Dots = [" dot ", "(dot)", "[dot]", " (dot) ", " [dot] ", "{dot}", " point ", "(point)", " [point] ", " . ", " DOT ", "."];

    private static readonly HashSet<string> Endings =
        ["com", "net", "org", "fr", "be", "ch", "de", "uk", "eu", "io", "co", "info", "ca", "es", "it", "nl", "us", "biz", "me", "lu", "pt", "at", "se", "pl", "ru", "dk", "no", "fi", "ie", "au", "in", "br", "example", "test"];

    // "look at amazon.com" is no address; "jane at gmail.com" is one.
    private static readonly HashSet<string> MailHosts =
    [
        "gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "aol", "icloud", "me", "mac", "gmx", "web", "mail", "email", "protonmail", "proton", "orange", "wanadoo", "free", "sfr",
        "laposte", "bbox", "neuf", "numericable", "yandex", "zoho", "tutanota", "comcast", "verizon", "btinternet", "sky", "skynet", "bluewin", "videotron", "sympatico",
    ];

    public void Find(string text, Finds found)
    {
        for (var i = 1; i < text.Length - 3; i++)
        {
            // Only where such a sign can begin.
            if (text[i] is not (' ' or '(' or '[' or '{' or '<')) continue;
            if (text[i] == ' ' && text[i + 1] is not ('a' or 'A' or '@' or 'c' or '(' or '[')) continue;
            found.Steps += At.Length;
            if (Match(text, i, At) is not { Length: > 0 } sign) continue;
            var start = i;
            while (start > 0 && i - start < 64 && IsUser(text[start - 1])) start--;
            found.Steps += i - start;
            if (start == i || !char.IsLetterOrDigit(text[start])) continue;
            if (Host(text, i + sign.Length, sign) is not { } end) continue;
            found.Add(new(start, end - start, DataKinds.Email));
            i = end - 1;
        }
    }

    private static int? Host(string text, int from, string sign)
    {
        var (at, spelled, first, labels) = (from, false, "", 0);
        while (at < text.Length && at - from < Longest)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_')) at++;
            if (at == start) return null;
            var label = text[start..at].ToLowerInvariant();
            if (labels++ == 0) first = label;
            if (Match(text, at, Dots) is { Length: > 0 } dot && at + dot.Length < text.Length && char.IsLetterOrDigit(text[at + dot.Length]))
            {
                // A sentence may end here, and another begin.
                if (dot == "." || Endings.Contains(Next(text, at + dot.Length)) || labels == 1)
                {
                    spelled |= dot != ".";
                    at += dot.Length;
                    continue;
                }
            }
            return labels > 1 && (Endings.Contains(label) || (label.Length == 2 && char.IsAsciiLetter(label[0]) && (spelled || sign.Trim() is not ("at" or "AT" or "chez")))) && (spelled || sign.Trim() is not ("at" or "AT" or "chez") || MailHosts.Contains(first)) ? at : null;
        }
        return null;
    }

    private static string Next(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsLetterOrDigit(text[end])) end++;
        return text[at..end].ToLowerInvariant();
    }

    private static string? Match(string text, int at, string[] signs)
    {
        string? longest = null;
        foreach (var sign in signs)
        {
            if (sign.Length > (longest?.Length ?? 0) && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) longest = sign;
        }
        return longest;
    }

    private static bool IsUser(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+';
}
