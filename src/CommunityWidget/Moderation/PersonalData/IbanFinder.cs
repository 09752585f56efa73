namespace CommunityWidget.Moderation.PersonalData;

/// <summary>International bank account numbers, by their checksum; and by their country's length where one is called so and mistyped.</summary>
internal sealed class IbanFinder : IDataFinder
{
    private const int Shortest = 15, Longest = 34;

    // A checksum alone is right for one row of part numbers in a hundred.
    private const string Countries =
        "AD AE AL AO AT AX AZ BA BE BF BG BH BI BJ BL BR BY CF CG CH CI CM CR CV CY CZ DE DJ DK DO DZ EE EG ES FI FK FO FR GA GB GE GF GG GI GL GP GQ GR GT GW HN HR HU IE IL IM IQ IR IS IT JE JO KM KW KZ LB LC LI LT LU LV LY " +
        "MA MC MD ME MF MG MK ML MN MQ MR MT MU MZ NC NE NI NL NO OM PF PK PL PM PS PT QA RE RO RS RU SA SC SD SE SI SK SM SN SO ST SV TD TF TG TL TN TR UA VA VG WF XK YE YT";

    public void Find(string text, Finds found)
    {
        Span<char> compact = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i]) || !char.IsAsciiLetter(text[i + 1]) || !char.IsAsciiDigit(text[i + 2]) || !char.IsAsciiDigit(text[i + 3])) continue;
            if (i > 0 && char.IsLetterOrDigit(text[i - 1])) continue;
            var length = Compact.Read(text, i, compact, ends);
            found.Steps += length * length;
            if ((End(text, i, compact[..length], ends) ?? InFours(text, i, compact, ends, found)) is not { } end) continue;
            found.Add(new(i, end - i, DataKinds.Iban));
            i = end;
        }
    }

    // "FR76/3000/6000/0112": signs that separate other things too, between fours.
    private static int? InFours(string text, int start, Span<char> compact, Span<int> ends, Finds found)
    {
        var length = Compact.Read(text, start, compact, ends, Compact.Loose);
        var fours = 0;
        while (fours + 4 <= length && ends[fours + 3] - ends[fours] == 3 && (fours == 0 || ends[fours] - ends[fours - 1] == 2)) fours += 4;
        var most = fours;
        while (most < length && most - fours < 4 && ends[most] - ends[most - 1] == (most == fours ? 2 : 1)) most++;
        found.Steps += most * most;
        for (length = most; length >= Shortest; length--)
        {
            var end = ends[length - 1];
            if ((end >= text.Length || !char.IsLetterOrDigit(text[end])) && IsIban(compact[..length])) return end;
        }
        return null;
    }

    private static int? End(string text, int start, ReadOnlySpan<char> compact, Span<int> ends)
    {
        for (var length = compact.Length; length >= Shortest; length--)
        {
            var end = ends[length - 1];
            if (end < text.Length && char.IsLetterOrDigit(text[end])) continue;
            if (IsIban(compact[..length])) return end;
        }
        // Called one, with digits enough for one: better hidden than read by chance.
        if (!Cues.Before(text, start, Cues.Account)) return null;
        for (var length = Math.Min(compact.Length, Longest); length >= Shortest; length--)
        {
            var end = ends[length - 1];
            if ((end >= text.Length || !char.IsLetterOrDigit(text[end])) && Digits(compact[..length]) >= length / 2) return end;
        }
        return null;
    }

    internal static bool IsIban(ReadOnlySpan<char> compact)
    {
        if (Digits(compact) < 8 || !Countries.AsSpan().Contains(compact[..2], StringComparison.Ordinal)) return false;
        var rest = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var c = compact[(i + 4) % compact.Length];
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }
        return rest == 1;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) count++;
        }
        return count;
    }
}
