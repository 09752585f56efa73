namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Addresses spelled out: "jane at mail dot com", "jean point martin arobase mail point fr", "jane (at) mail.example", "jane @mail,com".</summary>
internal sealed class SpelledEmailFinder : IDataFinder
{
    private const int MostLabels = 6, LongestLabel = 63, ShortestFamily = 4;

    private static readonly HashSet<string> Endings =
    [
        "com", "net", "org", "fr", "be", "ch", "de", "uk", "eu", "io", "co", "info", "ca", "es", "it", "nl", "us", "biz", "me", "lu", "pt", "at", "se", "pl", "ru", "dk", "no", "fi", "ie", "au", "in", "br", "example", "test",
        "gr", "cz", "hu", "ro", "sk", "mx", "ar", "jp", "cn", "tr", "edu", "gov", "nz", "za", "ma", "tn", "dz", "sn", "re", "bzh", "paris", "quebec", "swiss", "brussels", "shop", "online", "app", "dev", "pro", "xyz", "name",
    ];

    // "look at amazon.com" is no address; "jane at gmail.com" is one.
    private static readonly HashSet<string> MailHosts =
    [
        "gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "aol", "icloud", "me", "mac", "gmx", "web", "mail", "email", "protonmail", "proton", "orange", "wanadoo", "free", "sfr",
        "laposte", "bbox", "neuf", "numericable", "yandex", "zoho", "tutanota", "comcast", "verizon", "btinternet", "sky", "skynet", "bluewin", "videotron", "sympatico", "fastmail", "hey", "posteo",
    ];

    // Other words too: whoever spells an address names none of them.
    private static readonly HashSet<string> Providers =
    [
        "att", "sbcglobal", "bellsouth", "cox", "charter", "earthlink", "frontier", "windstream", "juno", "optonline", "rocketmail", "roadrunner", "t-online", "freenet", "arcor", "telenet", "proximus", "scarlet",
        "virginmedia", "talktalk", "ntlworld", "blueyonder", "tiscali", "rogers", "shaw", "bell", "telus", "pm", "mailbox", "club-internet", "aliceadsl", "libero", "virgilio", "qq", "163", "126", "naver", "rediffmail", "bigpond",
    ];

    private static readonly HashSet<string> Articles = ["the", "this", "that", "a", "my", "your", "every", "each", "which", "le", "la", "ce"];

    // Known without their ending too.
    private static readonly HashSet<string> Alone = ["gmail", "googlemail", "hotmail", "protonmail"];

    // Other things too: without their ending only right behind a sign that says nothing else.
    private static readonly HashSet<string> AloneBehindSign = ["yahoo", "ymail", "outlook", "icloud", "laposte", "orange", "free", "sfr", "wanadoo", "live", "aol", "msn", "gmx", "neuf", "bbox", "yandex"];

    // Words of no sentence: what follows a gap belongs to the address.
    private static readonly HashSet<string> NoWords = ["com", "net", "org", "fr", "uk", "eu", "ch", "nl", "biz", "edu", "gov"];

    private static readonly HashSet<string> Mail = ["mail", "mails", "email", "emails", "courriel", "mel", "adresse", "address", "ecrire", "ecrivez", "ecris"];

    public void Find(string text, Finds found)
    {
        for (var i = 1; i < text.Length - 3; i++)
        {
            // Only where such a sign can begin: after what may be a name.
            if (text[i] is not (' ' or '(' or '[' or '{' or '<' or '@' or '_' or '#' or '|' or '*' or '\u00a0') || !char.IsLetterOrDigit(text[i - 1])) continue;
            if (SpelledSigns.At(text, i, out var isWeak) is not (> 0 and var sign)) continue;
            found.Steps += sign;
            if (found.Covers(i) || Host(text, i, i + sign, isWeak, !isWeak && (sign == 1 || HasLetter(text.AsSpan(i, sign))), found) is not { } end) continue;
            var start = SpelledSigns.NameBefore(text, i);
            found.Steps += i - start;
            if (start == i || Mailboxes.MayStand(text, start, i, i + sign, end)) continue;
            found.Add(new(start, end - start, DataKinds.Email));
            i = end - 1;
        }
    }

    /// <summary>Where people have mailboxes of their own.</summary>
    public static bool IsMailHost(ReadOnlySpan<char> host)
    {
        var dot = host.IndexOfAny('.', ' ');
        var first = (dot < 0 ? host : host[..dot]).ToString().ToLowerInvariant();
        return MailHosts.Contains(first) || Providers.Contains(first);
    }

    /// <summary>What hosts end in.</summary>
    public static bool IsEnding(ReadOnlySpan<char> label) => label.Length <= 12 && Endings.Contains(label.ToString().ToLowerInvariant());

    private static int? Host(string text, int sign, int from, bool isWeak, bool isSure, Finds found)
    {
        var (at, isSpelled, isWorded, first) = (from, false, false, "");
        for (var labels = 1; labels <= MostLabels; labels++)
        {
            var start = at;
            while (at < text.Length && at - start < LongestLabel && (char.IsLetterOrDigit(text[at]) || (text[at] == '-' && labels == 1))) at++;
            found.Steps += at - start + 1;
            if (at == start) return null;
            var label = text[start..at].ToLowerInvariant();
            if (labels == 1) first = label;
            var dot = SpelledSigns.Dot(text, at, out var said);
            var next = dot > 0 ? Next(text, at + dot) : "";
            if (said == SpelledDot.Gapped && !GoesOn(label, next, next.Length > 0 && char.IsLower(text[at + dot]), isWeak)) next = "";
            if (next.Length > 0 && (Endings.Contains(next) || (labels == 1 && next.Length > 1 && (said != SpelledDot.Plain || dot == 1))))
            {
                isSpelled |= said == SpelledDot.Dot;
                isWorded |= said == SpelledDot.Word;
                at += dot;
                continue;
            }
            // "jane arobase mail fr"
            if (labels == 1 && dot == 0 && isSure && first is not ("point" or "dot" or "punto" or "punkt") && at + 1 < text.Length && text[at] == ' ' && Next(text, at + 1) is var end && NoWords.Contains(end)) return at + 1 + end.Length;
            if (labels == 1) return Alone.Contains(first) || (isSure && AloneBehindSign.Contains(first)) ? at : null;
            var isEnding = Endings.Contains(label) || (label.Length == 2 && char.IsAsciiLetter(label[0]) && (isSpelled || isWorded || !isWeak));
            // "At this point in time", "look at the dot in it".
            return isEnding && (!isWeak || (isSpelled && !Articles.Contains(first)) || MailHosts.Contains(first) || (isWorded && NoWords.Contains(label) && IsSpelledOut(text, sign, first, found))) ? at : null;
        }
        return null;
    }

    // "jean à dupont-menuiserie point fr", "mon mail : jean à dupont point fr", and not "acheté hier chez Leroy-Merlin point com".
    private static bool IsSpelledOut(string text, int sign, string host, Finds found)
    {
        var start = SpelledSigns.NameBefore(text, sign);
        found.Steps += sign - start;
        if (Cues.Before(text, start, Mail)) return true;
        var name = text.AsSpan(start, sign - start);
        var first = name.IndexOf(' ') is > 0 and var gap ? name[..gap] : name;
        return host.Contains('-', StringComparison.Ordinal) && (GivenNames.Has(first) || first.ContainsAny('.', '_') || HasNumber(first) || IsOf(first, host));
    }

    // "jean75", and not "2024" or "18V".
    private static bool HasNumber(ReadOnlySpan<char> name) => name.IndexOfAnyInRange('0', '9') > 1 && char.IsLetter(name[0]) && char.IsLetter(name[1]);

    // "jdupont" of "dupont-menuiserie".
    private static bool IsOf(ReadOnlySpan<char> name, ReadOnlySpan<char> host)
    {
        foreach (var part in host.Split('-'))
        {
            var word = host[part];
            if (word.Length >= ShortestFamily && name.Length - word.Length is 1 or 2 && name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // "orange. fr" and "orange .fr": not where a sentence may end and another begin.
    private static bool GoesOn(string label, string next, bool isSmall, bool isWeak) =>
        isSmall ? NoWords.Contains(next) || (MailHosts.Contains(label) && Endings.Contains(next)) : !isWeak && NoWords.Contains(next);

    private static bool HasLetter(ReadOnlySpan<char> sign)
    {
        foreach (var c in sign)
        {
            if (char.IsLetter(c)) return true;
        }
        return false;
    }

    private static string Next(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsLetterOrDigit(text[end])) end++;
        return text[at..end].ToLowerInvariant();
    }
}
