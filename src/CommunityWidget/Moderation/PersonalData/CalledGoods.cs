namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers that are called a part's right before them: "part number is …", "S/N …", "réf. …". Of what looks like a telephone a word of goods further off says nothing.</summary>
internal static class CalledGoods
{
    private const int LongestWord = 16, MostBetween = 4, MostOfThem = 3, LongestAside = 24, MostListed = 8, French = 5;

    private static readonly HashSet<string> Number = [.. Cues.Number, "numbers", "n", "nr"], Being = ["is", "are", "was", "est", "sont", "c", "le", "la"], Of = ["of", "the", "this", "de", "du", "d", "l", "la", "le", "cet", "cette", "ce"];

    // "My no for it is …"
    private static readonly HashSet<string> For = [.. Of, "for", "to", "pour"];

    // Each of them is a number itself: "the serial is", and not "the item is broken".
    private static readonly HashSet<string> Named = ["sku", "ref", "reference", "upc", "asin", "ean", "serial", "isbn", "gtin", "mpn", "pnc", "code", "sn", "s/n", "p/n"];

    // Which are in groups: "the dimensions are 600 850 1850".
    private static readonly HashSet<string> Measures = ["dimension", "dimensions", "size", "sizes", "taille", "tailles", "measurements", "mesures"];

    private static readonly HashSet<string> Replacing = ["remplace", "remplacer", "remplacent", "remplacerait", "remplacera", "replace", "replaces"], Articles = ["le", "la", "the"];

    // Whoever is to be called gives a telephone: "appelez-moi pour la pièce", "text me about this item".
    private static readonly HashSet<string> Me = ["me", "moi", "m"], A = ["a"], Calling = ["call", "text", "ring", "phone", "appelez", "appelle", "rappelez", "rappelle", "contactez", "contacte", "joignez", "contact", "reach", "appeler", "rappeler", "contacter", "recontacter", "joindre"];

    private static readonly string[] Joining = [", ", ",", " / ", "/", " and ", " or ", " & ", " et ", " ou "];

    // Of which goods: "pièce détachée", "pièce de rechange", "code promo".
    private static readonly HashSet<string> Kinds = ["detachee", "detachees", "rechange", "origine", "original", "originale", "constructeur", "oem", "promo", "barre", "barres"];

    // Their dot ends no sentence.
    private static readonly HashSet<string> Short = [.. Number, "ref", "art", "mod", "pt", "mfg", "enr", "sn", "s/n", "p/n"];

    // "De ma part": from me, and no part.
    private const string Part = "part";

    private static readonly HashSet<string> Whose = ["ma", "ta", "sa", "notre", "votre", "leur", "quelle", "nulle", "autre"];

    /// <summary>True when goods are what a run of digits is of: called so right before it, or joined to one that is and is written alike.</summary>
    public static bool AreOf(string text, in DigitRun run, Finds found)
    {
        var (start, length) = (run.Start, run.End - run.Start);
        found.Steps += MostOfThem;
        if (IsDashed(text, start) || IsToCall(text, start)) return false;
        var isMobile = run[0].StartsWith("06", StringComparison.Ordinal) || run[0].StartsWith("07", StringComparison.Ordinal);
        for (var listed = 0; listed < MostListed; listed++)
        {
            found.Steps += MostOfThem;
            if (IsBeside(text, start) || (!IsPairs(run) && !isMobile && (IsMakers(text, start) || IsReplaced(text, start)))) return true;
            if (Joined(text, start, length) is not ({ } before and >= 0) || found.Covers(before)) return false;
            start = before;
        }
        return false;
    }

    /// <summary>True when a word for numbers is that of something else: "numéro de modèle", "No Frost".</summary>
    public static bool IsOtherNumber(string text, int number, int until)
    {
        var word = After(text, number, until);
        var next = After(text, word.End, until);
        if (text.AsSpan(word.Start, word.End - word.Start).Equals("no", StringComparison.OrdinalIgnoreCase) && next.End > next.Start && text[word.End] == ' ' && !Is(text, next, Being) && !Is(text, next, For)) return true;
        for (var words = 0; words < MostOfThem && Is(text, next, Of); words++) next = After(text, next.End, until);
        return Is(text, next, Cues.Goods);
    }

    // Nothing but a name for numbers, a maker or "is" stands between.
    private static bool IsBeside(string text, int at)
    {
        var word = Word(text, at);
        var isSaid = Is(text, word, Being);
        for (var words = 0; words < MostOfThem && Is(text, word, Being); words++) word = Word(text, Is(text, Word(text, word.Start), Being) ? word.Start : Aside(text, word.Start));
        var isKind = Is(text, word, Kinds);
        if (isKind && Word(text, word.Start) is var kind) word = Is(text, kind, Of) ? Word(text, kind.Start) : kind;
        if (Is(text, word, Cues.Makers)) word = Word(text, word.Start);
        if (Is(text, word, Number)) return Is(text, Word(text, word.Start), Cues.Goods);
        if (Is(text, word, Named)) return true;
        if (!Is(text, word, Cues.Goods)) return isSaid && Is(text, word, Measures);
        return isSaid ? isKind || Is(text, word, Measures) || IsNumberOf(text, word.Start) : !IsFromSomebody(text, word);
    }

    // "le filtre à huile Bosch 0986494294"
    private static bool IsMakers(string text, int at) => Word(text, at) is var maker && IsRightBefore(text, maker, at) && Is(text, maker, Cues.Makers) && Cues.Before(text, maker.Start, Cues.Goods) && !PhoneNumbers.IsCalled(text, at);

    // "remplace le 0986494294", and not "me le faire remplacer : …"
    private static bool IsReplaced(string text, int at)
    {
        var word = Word(text, at);
        if (!IsRightBefore(text, word, at)) return false;
        if (!Is(text, word, Articles)) return Is(text, word, Replacing);
        var replacing = Word(text, word.Start);
        return IsRightBefore(text, replacing, word.Start) && Is(text, replacing, Replacing);
    }

    private static bool IsRightBefore(string text, (int Start, int End) word, int at) => word.End == at - 1 && text[word.End] is ' ' or '\u00a0';

    // In twos that begin with 0 they are France's telephones.
    private static bool IsPairs(in DigitRun run) => run.Count == French && run.Digits == 2 * French && run[0][0] == '0' && run.LengthOf(0) == 2;

    // Where a number begins that is joined to the one at a place and is written like it, digit for digit and sign for sign.
    private static int Joined(string text, int at, int length)
    {
        foreach (var joining in Joining)
        {
            var end = at - joining.Length;
            var start = end - length;
            if (start < 0 || string.CompareOrdinal(text, end, joining, 0, joining.Length) != 0 || !char.IsAsciiDigit(text[end - 1]) || !char.IsAsciiDigit(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) continue;
            if (DigitRun.Read(text, start) is var run && run.End == end && AreAlike(text.AsSpan(start, length), text.AsSpan(at, length))) return start;
        }
        return -1;
    }

    private static bool AreAlike(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (char.IsAsciiDigit(one[i]) ? !char.IsAsciiDigit(other[i]) : one[i] != other[i]) return false;
        }
        return (one[0] == '0') == (other[0] == '0');
    }

    // "l'article - 06 12 34 56 78", "the item - (555) 867-5309", and not "réf - …", "item no - …".
    private static bool IsDashed(string text, int run)
    {
        var at = PhoneNumbers.Begin(text, run);
        return at > 2 && text[at - 1] == ' ' && text[at - 2] is '-' or '–' or '—' && text[at - 3] == ' ' && Word(text, at) is var word && !Is(text, word, Named) && !Is(text, word, Number);
    }

    private static bool IsToCall(string text, int at)
    {
        var me = Cues.Find(text, at, Me);
        if (me < 0 || text.AsSpan(me, at - me).Contains(". ", StringComparison.Ordinal)) return false;
        var word = After(text, After(text, me, at).End, at);
        if (Is(text, word, A)) word = After(text, word.End, at);
        return Is(text, Word(text, me), Calling) || Is(text, word, Calling);
    }

    // Before "is": "le numéro de modèle (étiquette), c'est".
    private static int Aside(string text, int at)
    {
        var end = at;
        while (end > 0 && at - end < MostBetween && text[end - 1] is ' ' or ',') end--;
        if (end == 0 || text[end - 1] != ')') return end;
        var open = text.LastIndexOf('(', end - 1, Math.Min(end, LongestAside));
        return open >= 0 ? open : end;
    }

    // The word at a place or behind it.
    private static (int Start, int End) After(string text, int at, int until)
    {
        while (at < until && text[at] is ' ' or '\u00a0' or '\'' or '’' or '-' or '.') at++;
        var end = at;
        while (end < until && char.IsLetter(text[end]) && end - at < LongestWord) end++;
        return (at, end);
    }

    // "le numéro de l'article est"
    private static bool IsNumberOf(string text, int at)
    {
        var word = Word(text, at);
        for (var words = 0; words < MostOfThem && Is(text, word, Of); words++) word = Word(text, word.Start);
        return Is(text, word, Number);
    }

    private static bool IsFromSomebody(string text, (int Start, int End) word) =>
        text.AsSpan(word.Start, word.End - word.Start).Equals(Part, StringComparison.OrdinalIgnoreCase) && Is(text, Word(text, word.Start), Whose);

    private static bool Is(string text, (int Start, int End) word, HashSet<string> words)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return word.End > word.Start && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(text.AsSpan(word.Start, word.End - word.Start), folded));
    }

    // The word before a place; none where a digit, a comma or the end of a sentence stands between.
    private static (int Start, int End) Word(string text, int at)
    {
        var (end, isDotted) = (at, false);
        while (end > 0 && at - end < MostBetween && text[end - 1] is ' ' or '\u00a0' or ':' or '#' or '°' or 'º' or '=' or '-' or '(' or '\'' or '’' or '.') isDotted |= text[--end] == '.';
        var start = end;
        // "S/N" is one.
        while (start > 0 && end - start < LongestWord && (char.IsLetter(text[start - 1]) || (text[start - 1] == '/' && end - start == 1))) start--;
        var word = start > 0 && char.IsLetterOrDigit(text[start - 1]) ? (end, end) : (start, end);
        return isDotted && !Is(text, word, Short) ? (end, end) : word;
    }
}
