namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Telephones that the end of a line cuts in two, or one comma: with a plus as many digits as one has abroad, else those of one at home, in pairs or where somebody speaks of it.</summary>
internal static class SplitPhones
{
    private const int National = 10, Long = 11, MostAbroad = 13, MostGroups = 12;

    /// <summary>Whether a text of one line is to be looked at.</summary>
    public static bool MayHold(string text)
    {
        for (var at = text.IndexOf(", ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(", ", at + 2, StringComparison.Ordinal))
        {
            if (IsComma(text, at + 1) && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])) return true;
        }
        return false;
    }

    /// <param name="text">As it was written.</param>
    /// <param name="joined">The same with lines as spaces.</param>
    /// <param name="lines">Where each letter of it stands.</param>
    /// <param name="found">Takes them, by their place in what was joined.</param>
    public static void Find(string text, string joined, Spacing lines, Finds found)
    {
        Span<int> starts = stackalloc int[MostGroups], ends = stackalloc int[MostGroups];
        for (var i = 1; i < joined.Length - 1; i++)
        {
            if (joined[i] != ' ' || !char.IsAsciiDigit(joined[i + 1]) || !(IsComma(joined, i) || IsLine(text, lines, i)) || found.Covers(i)) continue;
            // Its signs may stand at the end of the line.
            var before = joined[i - 1] is '.' or '-' or '/' or ',' && i > 1 ? i - 2 : i - 1;
            if (!char.IsAsciiDigit(joined[before])) continue;
            var first = Back(joined, before);
            var count = Read(joined, first, starts, ends);
            found.Steps += ends[count - 1] - first;
            if (joined.AsSpan(first, ends[count - 1] - first).Count(',') > 1) continue;
            if (One(joined, i, starts[..count], ends[..count], IsOneCut(text, joined, lines, i, starts[..count], ends[..count])) is { } one) found.Add(one);
        }
    }

    private static FoundData? One(string text, int line, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, bool isOneCut)
    {
        for (var from = 0; from < starts.Length && starts[from] < line; from++)
        {
            var (digits, isAbroad) = (0, starts[from] > 0 && text[starts[from] - 1] == '+');
            var (isSaid, isTrunk) = (IsSaid(text, starts[from]), text[starts[from]] == '0' && starts[from] + 1 < text.Length && text[starts[from] + 1] != '0');
            var last = -1;
            for (var to = from; to < starts.Length; to++)
            {
                digits += ends[to] - starts[to];
                if (ends[to] < line || digits > MostAbroad) continue;
                var isLast = to == starts.Length - 1;
                if (isAbroad ? IsAbroad(text, starts[from], digits) : IsNational(text, starts[from..(to + 1)], ends[from..(to + 1)], digits, isSaid, isTrunk) && isLast && (isSaid || (from == 0 && isOneCut))) last = to;
            }
            if (last >= 0) return new(PhoneNumbers.Begin(text, starts[from]), ends[last] - PhoneNumbers.Begin(text, starts[from]), DataKinds.Phone);
        }
        return null;
    }

    private static bool IsSaid(string text, int start) => (Cues.Before(text, start, Cues.Phone) || (Cues.Before(text, start, Cues.Number) && Cues.Before(text, start, Cues.Own))) && !Cues.Before(text, start, Cues.Goods, 3);

    // Of those of which the whole world knows how long they are, that long.
    private static bool IsAbroad(string text, int start, int digits) => text[start] switch
    {
        '1' => digits == Long,
        '3' when text[start + 1] is '3' => digits == Long,
        '4' when text[start + 1] is '4' => digits == Long + 1,
        _ => digits is >= National and <= MostAbroad,
    };

    private static bool IsNational(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int digits, bool isSaid, bool isTrunk)
    {
        if (isSaid) return isTrunk ? digits is National or Long : digits == National && starts.Length <= 3 && ends[0] - starts[0] == 3;
        if (!isTrunk || digits != National || starts.Length != National / 2) return false;
        for (var i = 0; i < starts.Length; i++)
        {
            if (ends[i] - starts[i] != 2) return false;
        }
        // "01 02" and "03 04 05" are none.
        return !RisingRows.Are(text, starts, ends);
    }

    // Where nobody calls it a telephone: the same sign stands everywhere but in the one place where it is cut, nothing is counted, and no day stands before it.
    private static bool IsOneCut(string text, string joined, Spacing lines, int cut, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        var sign = '\0';
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            if (ends[i] <= cut && cut < starts[i + 1]) continue;
            var between = joined[ends[i]];
            if (starts[i + 1] - ends[i] != 1 || between == ',' || (sign != '\0' && between != sign) || (between == ' ' && IsLine(text, lines, ends[i]))) return false;
            sign = between;
        }
        var end = ends[^1];
        if ((end < joined.Length && char.IsLetter(joined[end])) || Units.Follow(joined, end)) return false;
        return sign == ' ' || !(IsDay(joined, cut, starts, ends, 0) || IsDay(joined, cut, starts, ends, starts.Length - 3));
    }

    // "05/11/24"
    private static bool IsDay(string text, int cut, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int from) =>
        from >= 0 && from + 3 <= starts.Length && !(cut > starts[from] && cut < ends[from + 2]) && Pair(text, starts[from]) is >= 1 and <= 31 && Pair(text, starts[from + 1]) is >= 1 and <= 12;

    private static int Pair(string text, int at) => (10 * (text[at] - '0')) + text[at + 1] - '0';

    // "06 12 34, 56 78", and not "06, 12, 34".
    private static bool IsComma(string text, int at) => at > 2 && text[at - 1] == ',' && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at - 3]);

    private static bool IsLine(string text, Spacing lines, int at)
    {
        var from = lines.There(new(at, 1, DataKinds.Phone)).Start;
        while (from < text.Length && text[from] == ' ') from++;
        return from < text.Length && text[from] is '\n' or '\r';
    }

    // Where the digits begin that go up to a place, as long as one number may be.
    private static int Back(string text, int last)
    {
        var (at, digits) = (last, 1);
        while (at > 0 && digits <= MostAbroad)
        {
            if (char.IsAsciiDigit(text[at - 1])) (at, digits) = (at - 1, digits + 1);
            else if (at > 1 && IsBetween(text[at - 1]) && char.IsAsciiDigit(text[at - 2])) at--;
            else if (at > 2 && text[at - 1] == ' ' && IsBetween(text[at - 2]) && char.IsAsciiDigit(text[at - 3])) at -= 2;
            else break;
        }
        while (!char.IsAsciiDigit(text[at])) at++;
        while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
        return at;
    }

    private static int Read(string text, int from, Span<int> starts, Span<int> ends)
    {
        var (count, at) = (0, from);
        for (;;)
        {
            starts[count] = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            ends[count++] = at;
            var next = at;
            while (next < text.Length && next - at < 2 && IsBetween(text[next])) next++;
            if (count == MostGroups || next == at || next >= text.Length || !char.IsAsciiDigit(text[next])) return count;
            at = next;
        }
    }

    private static bool IsBetween(char c) => c is ' ' or '.' or '-' or '/' or ',' or '\u00a0' or '\u202f';
}
