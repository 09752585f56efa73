namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Cards and telephones whose digits stand apart by what otherwise separates other things: commas, slashes, underscores, lines; or each by itself.</summary>
internal sealed class LooseNumberFinder : IDataFinder
{
    private const int MostDigits = 19, MostBetween = 3, Telephone = 10, MostAbroad = 13;

    public void Find(string text, Finds found)
    {
        Span<char> digits = stackalloc char[MostDigits];
        Span<int> starts = stackalloc int[MostDigits], ends = stackalloc int[MostDigits];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1])) || found.Covers(i)) continue;
            var count = Read(text, i, digits, starts, ends);
            found.Steps += ends[count - 1] - i;
            if (count < 3) continue;
            Groups groups = new(text, digits, starts[..count], ends[..count]);
            if (groups.Card() is { } card) found.Add(new(i, card - i, DataKinds.Card));
            else if (groups.IsTelephone()) found.Add(new(PhoneNumbers.Begin(text, i), ends[count - 1] - PhoneNumbers.Begin(text, i), DataKinds.Phone));
        }
    }

    private static int Read(string text, int from, Span<char> digits, Span<int> starts, Span<int> ends)
    {
        var (count, length, at) = (0, 0, from);
        for (;;)
        {
            starts[count] = at;
            while (at < text.Length && length < MostDigits && char.IsAsciiDigit(text[at])) digits[length++] = text[at++];
            ends[count++] = at;
            var next = at;
            while (next < text.Length && next - at < MostBetween && IsBetween(text[next])) next++;
            if (next == at || next >= text.Length || length == MostDigits || !char.IsAsciiDigit(text[next])) break;
            at = next;
        }
        // What has a letter on it is a size or a model.
        return at < text.Length && char.IsLetterOrDigit(text[at]) && count > 1 ? count - 1 : count;
    }

    private static bool IsBetween(char c) => c is ' ' or ',' or '.' or '/' or '_' or '-' or ';' or ':' or '|' or '*' or '·' or '\n' or '\r' or '\u00a0' or '\u202f' or '–';

    /// <summary>Digits of one run, and where each group of them begins and ends.</summary>
    private readonly ref struct Groups(string text, ReadOnlySpan<char> digits, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        private readonly ReadOnlySpan<char> _digits = digits;
        private readonly ReadOnlySpan<int> _starts = starts, _ends = ends;

        private int Count => _ends.Length;

        private bool IsAbroad => _starts[0] > 0 && text[_starts[0] - 1] == '+';

        /// <summary>Up to where the longest card goes; null when none begins here.</summary>
        public int? Card()
        {
            var all = 0;
            for (var i = 0; i < Count; i++) all += Length(i);
            var isSaid = all > 12 && Cues.Before(text, _starts[0], Cues.Card);
            for (var count = Count; count > 2 && all > 12; all -= Length(--count))
            {
                if ((all is 15 or 16 || isSaid) && IsShaped(count) && CardNumbers.IsCard(_digits[..all], isSaid)) return _ends[count - 1];
            }
            return null;
        }

        /// <summary>"06/12/34/56/78", "06_12_34_56_78": five pairs, or ten digits; and "+33_6_12_34_56_78" however it is cut.</summary>
        public bool IsTelephone()
        {
            var sign = Between(0);
            // Read with all the others, by who knows them better.
            if (sign is " " or "." or "-" or "\u00a0" or "\u202f") return false;
            for (var i = 1; i < Count - 1; i++)
            {
                if (!Between(i).SequenceEqual(sign)) return false;
            }
            var all = _ends[^1] - _starts[0] - (sign.Length * (Count - 1));
            if (IsAbroad) return all is >= Telephone and <= MostAbroad && Length(0) <= 3;
            if (all != Telephone || !(Are(2, 5) || Are(1, 10)) || _digits[0] != '0' || _digits[1] == '0' || IsCount() || Services.MayStand(text, _starts[0], _digits)) return false;
            // "06, 12, 34": a list, unless somebody speaks of a telephone.
            return (sign.Length == 1 && sign[0] is not ('\n' or ';')) || Cues.Before(text, _starts[0], Cues.Phone);
        }

        private int Length(int group) => _ends[group] - _starts[group];

        private ReadOnlySpan<char> Between(int group) => text.AsSpan(_ends[group], _starts[group + 1] - _ends[group]);

        private bool Are(int length, int count)
        {
            if (Count != count) return false;
            for (var i = 0; i < count; i++)
            {
                if (Length(i) != length) return false;
            }
            return true;
        }

        // All groups alike but for a shorter last one, or 4, 6 and the rest.
        private bool IsShaped(int count)
        {
            if (count == 3 && Length(0) == 4 && Length(1) == 6) return Length(2) is 4 or 5;
            for (var i = 1; i < count - 1; i++)
            {
                if (Length(i) != Length(0)) return false;
            }
            return Length(0) is 1 or 2 or 4 && Length(count - 1) <= Length(0);
        }

        // "01, 02, 03, 04, 05" and "0 1 2 3 4 5 6 7 8 9".
        private bool IsCount()
        {
            var (pairs, ones) = (true, true);
            for (var i = 1; i < Telephone; i++) ones &= _digits[i] == _digits[i - 1] + 1;
            for (var i = 2; i < Telephone; i += 2) pairs &= (10 * (_digits[i] - _digits[i - 2])) + _digits[i + 1] - _digits[i - 1] == 1;
            return pairs || ones;
        }
    }
}
