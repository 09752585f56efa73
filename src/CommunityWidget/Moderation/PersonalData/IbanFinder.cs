using System.Globalization;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>International bank account numbers, by their checksum; and by their country's length where one is called so and mistyped.</summary>
internal sealed class IbanFinder : IDataFinder
{
    private const int Shortest = 15, Longest = 34;

    // With how long one is there. A checksum alone is right for one row of part numbers in a hundred.
    private const string Countries =
        "AD24 AE23 AL28 AO25 AT20 AX18 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BL27 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GA27 GB22 GE22 GF27 GG22 GI23 GL18 GP27 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IM22 IQ23 IR26 IS26 IT27 JE22 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 " +
        "LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MF27 MG27 MK19 ML28 MN20 MQ27 MR27 MT31 MU30 MZ25 NC27 NE28 NI28 NL18 NO15 OM23 PF27 PK24 PL28 PM27 PS29 PT25 QA29 RE27 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TF27 TG28 TL23 TN24 TR26 UA29 VA22 VG24 WF27 XK20 YE30 YT27";

    public void Find(string text, Finds found)
    {
        Span<char> compact = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        for (var i = 0; i + Shortest <= text.Length; i++)
        {
            if (!char.IsAsciiLetter(text[i]) || !char.IsAsciiLetter(text[i + 1]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]) && !IsGlued(text, i))) continue;
            var gap = char.IsAsciiDigit(text[i + 2]) ? 0 : 1;
            if ((gap > 0 && !Compact.Loose.Contains(text[i + 2])) || !char.IsAsciiDigit(text[i + 2 + gap]) || !char.IsAsciiDigit(text[i + 3 + gap])) continue;
            var length = Compact.Read(text, i, compact, ends);
            found.Steps += length * length;
            if ((gap > 0 ? Apart(text, i, compact, ends, length) : End(text, i, compact[..length], ends) ?? InFours(text, i, compact, ends, found)) is not { } end) continue;
            found.Add(new(i, end - i, DataKinds.Iban));
            i = end;
        }
    }

    // "IBANFR76"
    private static bool IsGlued(string text, int at) => at >= 4 && string.Compare(text, at - 4, "iban", 0, 4, StringComparison.OrdinalIgnoreCase) == 0 && (at == 4 || !char.IsLetterOrDigit(text[at - 5]));

    // "FR 76 3000 6000", "FR/76/3000": "is 12 345" begins so too, so that it must be as long as that country's, or be called one.
    private static int? Apart(string text, int start, Span<char> compact, Span<int> ends, int read)
    {
        Span<char> country = [char.ToUpperInvariant(text[start]), char.ToUpperInvariant(text[start + 1])];
        var at = Countries.AsSpan().IndexOf(country, StringComparison.Ordinal);
        // "Part no 4006381333931".
        if (at < 0 || (country is "NO" && !Cues.Before(text, start, Cues.Account))) return null;
        var length = int.Parse(Countries.AsSpan(at + 2, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var isLoose = read < length;
        if (isLoose && Compact.Read(text, start, compact, ends, Compact.Loose) < length) return null;
        var end = ends[length - 1];
        if (end < text.Length && char.IsLetterOrDigit(text[end])) return null;
        if (IsIban(compact[..length])) return end;
        return !isLoose && char.IsUpper(text[start]) && char.IsUpper(text[start + 1]) && Digits(compact[..length]) >= length / 2 && Cues.Before(text, start, Cues.Account) ? end : null;
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
