namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Social security numbers that have letters or signs of their own in them; those of digits alone are found among the numbers.</summary>
internal sealed class SocialSecurityFinder : IDataFinder
{
    private const int BritishLength = 9, ItalianLength = 16, Longest = 16, MostLetters = 1;

    public void Find(string text, Finds found)
    {
        Span<char> compact = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        for (var i = 0; i + BritishLength <= text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '+' or '-' or '_'))) continue;
            var length = Compact.Read(text, i, compact, ends);
            found.Steps += length;
            if ((End(text, i, compact[..length], ends[..length]) ?? InSlashes(text, i, compact, ends, length)) is { } end) found.Add(new(i, end - i, DataKinds.SocialSecurity));
            while (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) i++;
        }
    }

    private static int? End(string text, int start, ReadOnlySpan<char> compact, ReadOnlySpan<int> ends)
    {
        if (Ends(text, ends, SocialSecurity.FrenchLength) && SocialSecurity.IsFrench(compact[..SocialSecurity.FrenchLength])) return ends[SocialSecurity.FrenchLength - 1];
        if (Ends(text, ends, ItalianLength) && SocialSecurity.IsItalian(compact)) return ends[ItalianLength - 1];
        if (Ends(text, ends, BritishLength) && SocialSecurity.IsBritish(compact[..BritishLength]) && (ends[BritishLength - 1] - start > BritishLength + 2 || Cues.Before(text, start, Cues.SocialSecurity))) return ends[BritishLength - 1];
        if (NationalIds.Length(text, start, compact, ends) is var national and > 0) return ends[national - 1];
        if (NationalIds.IsBritishInParts(text, start, compact, ends)) return ends[BritishLength - 1];
        // Called one: mistyped, or without its key.
        if (!char.IsAsciiDigit(compact[0]) || !Cues.Before(text, start, Cues.SocialSecurity)) return null;
        foreach (var length in SocialSecurity.OfDigits)
        {
            if (Ends(text, ends, length) && Letters(compact[..length]) <= MostLetters) return ends[length - 1];
        }
        return null;
    }

    // "1/85/05/78/006/084/91"
    private static int? InSlashes(string text, int start, Span<char> compact, Span<int> ends, int read)
    {
        if (read is not (1 or 2) || ends[read - 1] >= text.Length || text[ends[read - 1]] != '/') return null;
        var length = Compact.Read(text, start, compact, ends, Compact.Joining + "/");
        return Ends(text, ends[..length], SocialSecurity.FrenchLength) && SocialSecurity.IsFrench(compact[..SocialSecurity.FrenchLength]) ? ends[SocialSecurity.FrenchLength - 1] : null;
    }

    // Corsica has one; more are words.
    private static int Letters(ReadOnlySpan<char> compact)
    {
        var count = 0;
        foreach (var c in compact)
        {
            if (char.IsAsciiLetter(c)) count++;
        }
        return count;
    }

    // So many, and a word ends there.
    private static bool Ends(string text, ReadOnlySpan<int> ends, int length) =>
        ends.Length >= length && (ends[length - 1] >= text.Length || !char.IsLetterOrDigit(text[ends[length - 1]]));
}
