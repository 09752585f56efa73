namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Mailboxes that a firm gives to a task and to nobody: "info@maker.example" in a sentence, and nobody says it is theirs.</summary>
internal static class Mailboxes
{
    private const int Longest = 20, OwnWithin = 6, Behind = 40;

    private static readonly HashSet<string> Tasks =
        ["info", "infos", "contact", "support", "service", "sales", "help", "helpdesk", "customerservice", "customercare", "customersupport", "techsupport", "parts", "warranty", "returns", "sav", "serviceclient", "serviceclients", "relationclient", "garantie", "retours", "ventes"];

    // Whoever says so speaks of people, as far as one can tell.
    private static readonly HashSet<string> Theirs = ["our", "us", "we", "family", "private", "personal", "home", "notre", "nous", "nos", "famille", "prive", "privee", "perso", "personnel", "personnelle", "m"];

    /// <param name="text">All of it.</param>
    /// <param name="start">Where the address begins.</param>
    /// <param name="sign">Where its sign does.</param>
    /// <param name="host">Where its host does.</param>
    /// <param name="end">Where it ends.</param>
    public static bool MayStand(string text, int start, int sign, int host, int end)
    {
        Span<char> task = stackalloc char[Longest];
        var length = 0;
        foreach (var c in text.AsSpan(start, sign - start))
        {
            if (c is '-' or '_') continue;
            if (length == Longest) return false;
            task[length++] = char.ToLowerInvariant(c);
        }
        return Tasks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(task[..length]) && !SpelledEmailFinder.IsMailHost(text.AsSpan(host, end - host))
            && Services.IsSentence(text, start, end) && !Cues.Before(text, start, Services.Own, OwnWithin) && !Cues.Before(text, start, Theirs, OwnWithin)
            && !IsCalledTheirs(text.AsSpan(end)) && !IsNamedAfterSomebody(text.AsSpan(host, end - host));
    }

    // "info@maker.example is my private address"
    private static bool IsCalledTheirs(ReadOnlySpan<char> behind)
    {
        Span<char> folded = stackalloc char[Longest];
        behind = behind[..Math.Min(behind.Length, Behind)];
        foreach (var part in behind.SplitAny(" ,.;:!?'’()\n\t"))
        {
            var word = behind[part];
            if (word.IsEmpty || word.Length > Longest) continue;
            var plain = Cues.Fold(word, folded);
            if (Services.Own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plain) || Theirs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(plain)) return true;
        }
        return false;
    }

    // "contact@jeanne-dupont.example"
    private static bool IsNamedAfterSomebody(ReadOnlySpan<char> host)
    {
        var dot = host.IndexOfAny('.', ' ');
        var label = dot < 0 ? host : host[..dot];
        foreach (var part in label.Split('-'))
        {
            if (GivenNames.Has(label[part])) return true;
        }
        return false;
    }
}
