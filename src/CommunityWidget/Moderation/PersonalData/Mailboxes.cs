namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Mailboxes that a firm gives to a task and to nobody: "info@maker.example" in a sentence, and nobody says it is theirs.</summary>
internal static class Mailboxes
{
    private const int Longest = 20, OwnWithin = 6;

    private static readonly HashSet<string> Tasks =
        ["info", "infos", "contact", "support", "service", "sales", "help", "helpdesk", "customerservice", "customercare", "customersupport", "techsupport", "parts", "warranty", "returns", "sav", "serviceclient", "serviceclients", "relationclient", "garantie", "retours", "ventes"];

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
            && Services.IsSentence(text, start, end) && !Cues.Before(text, start, Services.Own, OwnWithin);
    }
}
