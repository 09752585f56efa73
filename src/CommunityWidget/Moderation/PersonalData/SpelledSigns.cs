namespace CommunityWidget.Moderation.PersonalData;

/// <summary>The two signs of an address as people write them so that no program knows them: "at", "(arobase)", "_dot_", "&lt;point&gt;".</summary>
internal static class SpelledSigns
{
    private const int LongestWord = 10;

    private static readonly HashSet<string> Ats = ["at", "arobase", "arobas", "arobaz", "arobaze", "arobace", "arrobase", "arrobas", "arroba", "chez", "a", "klammeraffe"];

    private static readonly HashSet<string> Dots = ["dot", "point", "period", "punkt", "punto", "pt"];

    // Who reads them aloud says what joins the parts of their name.
    private static readonly HashSet<string> Joins = ["dot", "point", "period", "tiret", "underscore", "dash", "hyphen", "moins", "minus", "punkt"];

    private static readonly string[] SaidSigns = ["sign ", "commercial "];

    /// <summary>How long the sign is that stands at a place, with the gaps and brackets around it; 0 when there is none. A weak one is a word that says other things more often.</summary>
    public static int At(string text, int at, out bool isWeak)
    {
        isWeak = false;
        Span<char> word = stackalloc char[LongestWord];
        var sign = Sign.Read(text, at, word);
        if (sign.Length == 0) return 0;
        if (sign.Symbol == '@') return sign.Length;
        if (sign.Symbol != '\0' || !sign.IsApart || !Is(Ats, sign.Word)) return 0;
        isWeak = !sign.IsBracketed && sign.Word is "at" or "chez" or "a";
        if (sign.Word is not "a" || sign.IsBracketed || text[at + sign.Gap] is 'à' or 'À' or 'a') return sign.Length + SaidSign(text, at + sign.Length, ref isWeak);
        return 0;
    }

    /// <summary>The same for what stands between the parts of a host, and how it is said.</summary>
    public static int Dot(string text, int at, out SpelledDot said)
    {
        Span<char> word = stackalloc char[LongestWord];
        var sign = Sign.Read(text, at, word);
        said = sign.Word is "dot" ? SpelledDot.Dot : sign.Symbol == '\0' ? SpelledDot.Word : SpelledDot.Plain;
        if (sign.Symbol is '.' or ',')
        {
            if (sign.IsBracketed || (sign.Symbol == '.' && sign.Length == 3)) said = SpelledDot.Dot;
            if (sign.IsBracketed) return sign.Symbol == '.' ? sign.Length : 0;
            if (sign.Length == 1 || (sign.Symbol == '.' && sign.Length == 3)) return sign.Length;
            if (sign.Symbol == ',' || sign.Length != 2) return 0;
            said = SpelledDot.Gapped;
            return sign.Length;
        }
        return sign.Symbol == '\0' && sign.IsApart && Is(Dots, sign.Word) ? sign.Length : 0;
    }

    /// <summary>Where a name begins that ends at a place, with its parts: "jane dot doe".</summary>
    public static int NameBefore(string text, int end)
    {
        var start = UserBefore(text, end);
        Span<char> word = stackalloc char[LongestWord];
        for (var parts = 0; parts < 4 && start < end; parts++)
        {
            var stop = start;
            while (stop > 0 && start - stop < 2 && text[stop - 1] is ' ' or '_') stop--;
            var from = stop;
            while (from > 0 && stop - from < LongestWord && char.IsLetter(text[from - 1])) from--;
            if (stop == start || from == stop || !Is(Joins, Cues.Fold(text.AsSpan(from, stop - from), word))) break;
            var before = from;
            while (before > 0 && from - before < 2 && text[before - 1] is ' ' or '_') before--;
            var begins = UserBefore(text, before);
            if (before == from || begins == before) break;
            start = begins;
        }
        return start;
    }

    private static int UserBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 64 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')) start--;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        return start;
    }

    // "at sign", "a commercial".
    private static int SaidSign(string text, int at, ref bool isWeak)
    {
        foreach (var more in SaidSigns)
        {
            if (string.Compare(text, at, more, 0, more.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            isWeak = false;
            return more.Length;
        }
        return 0;
    }

    private static bool Is(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private readonly ref struct Sign
    {
        private const string Opening = "([{<#_|*", Closing = ")]}>#_|*", Tight = "|*";

        private Sign(ReadOnlySpan<char> word, char symbol, int gap, int length, bool isBracketed, bool isApart)
        {
            Word = word;
            Symbol = symbol;
            Gap = gap;
            Length = length;
            IsBracketed = isBracketed;
            IsApart = isApart;
        }

        public ReadOnlySpan<char> Word { get; }

        public char Symbol { get; }

        public int Gap { get; }

        public int Length { get; }

        public bool IsBracketed { get; }

        /// <summary>True when it stands for itself and is no part of a word.</summary>
        public bool IsApart { get; }

        public static Sign Read(string text, int from, Span<char> into)
        {
            var at = Skip(text, from);
            var gap = at - from;
            var bracket = at < text.Length ? Opening.IndexOf(text[at], StringComparison.Ordinal) : -1;
            if (bracket >= 0) at = Skip(text, at + 1);
            var (start, symbol) = (at, '\0');
            if (at < text.Length && text[at] is '@' or '.' or ',') symbol = text[at++];
            else while (at < text.Length && at - start <= into.Length && char.IsLetter(text[at])) at++;
            if (at == start || at - start > into.Length) return default;
            var word = symbol != '\0' ? [] : Cues.Fold(text.AsSpan(start, at - start), into);
            // "at-sign" joins its two words.
            if (bracket < 0 && word is "at" && at < text.Length && text[at] == '-') return new(word, symbol, gap, at + 1 - from, isBracketed: false, gap > 0);
            if (bracket >= 0)
            {
                at = Skip(text, at);
                if (at >= text.Length || text[at] != Closing[bracket]) return default;
                at++;
                // "Look *at* this" says it aloud.
                if (Tight.Contains(Closing[bracket]) && (gap > 0 || at - from != (symbol != '\0' ? 1 : word.Length) + 2 || (at < text.Length && text[at] == ' '))) return default;
            }
            var end = Skip(text, at);
            return new(word, symbol, gap, end - from, bracket >= 0, bracket >= 0 || (gap > 0 && end > at));
        }

        private static int Skip(string text, int at)
        {
            var end = at;
            while (end < text.Length && end - at < 2 && text[end] is ' ' or '\u00a0') end++;
            return end;
        }
    }
}

/// <summary>How the dot of a host is said: as the sign itself, as "dot", as a word that says other things too, or with a gap on one side, as a sentence ends and as phones' keyboards write it.</summary>
internal enum SpelledDot { Plain, Dot, Word, Gapped }
