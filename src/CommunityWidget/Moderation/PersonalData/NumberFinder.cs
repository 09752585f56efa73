namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers that identify or reach somebody: IP addresses, cards, social security, telephones. One run of digits is read once and asked for each.</summary>
internal sealed class NumberFinder : IDataFinder
{
    public void Find(string text, Finds found)
    {
        var whole = Whole(text);
        for (var i = 0; i < text.Length; i++)
        {
            found.Steps++;
            if (!char.IsAsciiDigit(text[i])) continue;
            if (found.Covers(i)) continue;
            // Part of a word: a model, not a number.
            if (i > 0 && (char.IsLetter(text[i - 1]) || text[i - 1] == '_') && !GluedNumbers.Begins(text, i, found))
            {
                while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '-' or '/')) i++;
                continue;
            }
            var run = DigitRun.Read(text, i);
            found.Steps += run.End - i;
            Judge(text, run, run.Start == whole.Start && run.End == whole.End, found);
            i = run.End - 1;
        }
    }

    // From the first letter or digit to the last.
    private static (int Start, int End) Whole(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return (start, end);
    }

    private static void Judge(string text, in DigitRun run, bool isAll, Finds found)
    {
        for (var from = 0; run.Digits > 3 && from < run.Count;)
        {
            if (Date(text, run, from) is var date and > 0)
            {
                from += date;
                continue;
            }
            found.Steps += (run.Count - from) * 8;
            var (to, kind) = At(text, run, from, isAll, found);
            if (kind is not null)
            {
                var start = kind == DataKinds.Phone ? PhoneNumbers.Begin(text, run.StartOf(from)) : run.StartOf(from);
                var end = kind == DataKinds.Phone ? PhoneNumbers.Extended(text, run.EndOf(to - 1)) : run.EndOf(to - 1);
                found.Add(new(start, end - start, kind));
            }
            from = Math.Max(to, from + 1);
        }
    }

    // "12 05 2024" is one unless it is called a telephone.
    private static int Date(string text, in DigitRun run, int from) =>
        Dates.Length(run, from) is var signed and > 0 ? signed : Dates.Spaced(run, from) is var spaced and > 0 && !PhoneNumbers.IsNamed(text, run.StartOf(from)) ? spaced : 0;

    private static (int To, string? Kind) At(string text, in DigitRun run, int from, bool isAll, Finds found)
    {
        if (IpAddresses.IsV4(text, run, from)) return (from + 4, DataKinds.Ip);
        var start = run.StartOf(from);
        Span<char> digits = stackalloc char[DigitRun.MostDigits];
        for (var to = run.Count; to > from; to--)
        {
            var all = run.DigitsIn(from, to);
            if (all is >= 12 and <= 19 && run.IsEven(from, to) && CardNumbers.IsCard(run.Join(from, to, digits), Cues.Before(text, start, Cues.Card))) return (to, DataKinds.Card);
            // A French account without what makes it international.
            if (all is >= 20 and <= 24 && Cues.Before(text, start, Cues.Account)) return (to, DataKinds.Iban);
        }
        if (SocialSecurity.IsAmerican(run, from) && (from + 3 == run.Count || run.Between(from + 2) != run.Between(from)) && !(start > 0 && text[start - 1] == '+')) return (from + 3, DataKinds.SocialSecurity);
        if (run.LengthOf(from) is 9 or 13 or 15 && Cues.Before(text, start, Cues.SocialSecurity)) return (from + 1, DataKinds.SocialSecurity);
        if (Services.End(text, run, from) is { } service) return (service, null);
        if (PhoneNumbers.End(text, run, from, isAll, found) is not { } end) return (from, null);
        return (end, FirmLines.MayStand(text, start, run.Join(from, end, digits)) ? null : DataKinds.Phone);
    }
}
