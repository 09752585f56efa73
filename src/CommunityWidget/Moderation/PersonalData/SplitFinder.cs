namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// What was cut in two by the end of a line or of a message: "06 12 34" and "56 78", "jane@" and "mail.example". Lines of numbers are a list more often,
/// so that only what is sure counts: a checksum, a sign with a host, a word that says what it is, the length that such a number has.
/// </summary>
internal static class SplitFinder
{
    private static readonly IDataFinder[] Signed = [new EmailFinder(), new SpelledEmailFinder()], Checked = [new IbanFinder(), new SocialSecurityFinder(), new LooseNumberFinder()];

    private static readonly HashSet<string> Mail = ["mail", "email", "e", "courriel", "mel", "address", "adresse", "write", "ecrire", "ecrivez", "gmail", "mailto", "contact"];

    /// <summary>What goes over from one text to the next, by its place in all of them joined by lines.</summary>
    public static IReadOnlyList<FoundData> Between(IReadOnlyList<string> texts)
    {
        var text = string.Join('\n', texts);
        var spacing = Spacing.Of(text);
        var read = Digits.AsAscii(spacing.Text);
        var found = new Finds(read);
        Find(read, found);
        return [.. found.InOrder.Select(spacing.There)];
    }

    public static void Find(string text, Finds found)
    {
        var lines = Spacing.OfLines(text);
        if (lines.Text == text && !SplitPhones.MayHold(text)) return;
        var joined = lines.Text;
        var inside = new Finds(joined);
        if (lines.Text != text && joined.Contains('@', StringComparison.Ordinal)) foreach (var finder in Signed) finder.Find(joined, inside);
        if (joined.AsSpan().ContainsAnyInRange('0', '9'))
        {
            if (lines.Text != text) foreach (var finder in Checked) finder.Find(joined, inside);
            SplitPhones.Find(text, joined, lines, inside);
        }
        found.Steps += inside.Steps + joined.Length;
        foreach (var data in inside.InOrder)
        {
            var there = lines.There(data);
            var typed = text.AsSpan(there.Start, there.Length);
            if ((typed.ContainsAny('\n', '\r') || (data.Kind == DataKinds.Phone && typed.Contains(", ", StringComparison.Ordinal))) && IsSure(joined, data) && (data.Kind != DataKinds.Email || IsMailbox(text, there))) found.Add(there);
        }
    }

    private static bool IsSure(string joined, FoundData data)
    {
        var piece = joined.AsSpan(data.Start, data.Length);
        return data.Kind switch
        {
            DataKinds.Email => piece.Contains('@'),
            DataKinds.Iban => IsIban(joined, data),
            _ => true,
        };
    }

    // "It is broken\n@shop.example never answers": a line that begins with a shop's name says nothing of the word before, unless people have mailboxes there or that word is more than one.
    private static bool IsMailbox(string text, FoundData data)
    {
        var typed = text.AsSpan(data.Start, data.Length);
        var sign = typed.IndexOf('@');
        if (sign < 1) return true;
        var name = typed[..sign].TrimEnd(" \r\n");
        var behind = typed[(sign + 1)..];
        var isCutBefore = typed[name.Length..sign].ContainsAny('\r', '\n');
        if (isCutBefore) return SpelledEmailFinder.IsMailHost(behind) || name.ContainsAnyInRange('0', '9') || name.ContainsAny('.', '_') || Cues.Before(text, data.Start, Mail);
        var host = behind.TrimStart(" \r\n");
        return !behind[..^host.Length].ContainsAny('\r', '\n') || name.Length == sign;
    }

    private static bool IsIban(string joined, FoundData data)
    {
        Span<char> compact = stackalloc char[data.Length];
        Span<int> ends = stackalloc int[data.Length];
        return IbanFinder.IsIban(compact[..Compact.Read(joined[..data.End], data.Start, compact, ends, Compact.Loose)]);
    }
}
