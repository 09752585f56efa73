namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers that are called a part's right before them: "part number is …", "S/N …", "réf. …". Of what looks like a telephone a word of goods further off says nothing.</summary>
internal static class CalledGoods
{
    private const int LongestWord = 16, MostBetween = 4, MostOfThem = 2;

    private static readonly HashSet<string> Number = [.. Cues.Number, "numbers", "n", "nr"], Being = ["is", "was", "est", "le", "la"], Of = ["of", "the", "this", "de", "du", "d", "l", "la", "le", "cet", "cette", "ce"];

    // Each of them is a number itself: "the serial is", and not "the item is broken".
    private static readonly HashSet<string> Named = ["sku", "ref", "reference", "upc", "asin", "ean", "serial", "isbn", "gtin", "mpn", "pnc", "code", "sn", "s/n", "p/n"];

    // Of which goods: "pièce détachée", "pièce de rechange", "code promo".
    private static readonly HashSet<string> Kinds = ["detachee", "detachees", "rechange", "origine", "original", "originale", "constructeur", "oem", "promo", "barre", "barres"];

    // Their dot ends no sentence.
    private static readonly HashSet<string> Short = [.. Number, "ref", "art", "mod", "pt", "mfg", "enr", "sn", "s/n", "p/n"];

    // "De ma part": from me, and no part.
    private const string Part = "part";

    private static readonly HashSet<string> Whose = ["ma", "ta", "sa", "notre", "votre", "leur", "quelle", "nulle", "autre"];

    /// <summary>True when goods are what a number is of that begins at a place: nothing but a name for numbers, a maker or "is" stands between.</summary>
    public static bool IsBeside(string text, int at)
    {
        var word = Word(text, at);
        var isSaid = Is(text, word, Being);
        for (var words = 0; words < MostOfThem && Is(text, word, Being); words++) word = Word(text, word.Start);
        if (Is(text, word, Kinds) && Word(text, word.Start) is var kind) word = Is(text, kind, Of) ? Word(text, kind.Start) : kind;
        if (Is(text, word, Cues.Makers)) word = Word(text, word.Start);
        if (Is(text, word, Number)) return Is(text, Word(text, word.Start), Cues.Goods);
        return isSaid ? Is(text, word, Named) || (Is(text, word, Cues.Goods) && IsNumberOf(text, word.Start)) : Is(text, word, Cues.Goods) && !IsFromSomebody(text, word);
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
