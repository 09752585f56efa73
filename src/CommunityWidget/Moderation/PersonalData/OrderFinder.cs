namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Numbers of orders, parcels, bills and customers, where they are called so; and those that a large shop writes in a shape of its own.</summary>
internal sealed class OrderFinder : IDataFinder
{
    private const int Shortest = 5, Longest = 30, MostBetween = 7, LongestCue = 16;

    private static readonly HashSet<string> Called =
    [
        "order", "orders", "purchase", "commande", "commandes", "cmd", "achat", "invoice", "facture", "tracking", "suivi", "colis", "parcel", "shipment", "package", "booking", "reservation", "dossier", "ticket",
        "case", "client", "customer", "account", "compte", "contract", "contrat", "policy", "police", "delivery", "livraison", "receipt", "recu", "transaction", "return", "retour", "rma", "refund", "abonne", "member", "loyalty", "fidelite",
        "po", "passport", "passeport", "license", "licence", "permis", "dhl", "ups", "usps", "fedex", "colissimo", "chronopost", "dpd", "gls",
    ];

    private static readonly HashSet<string> Between = ["number", "numbers", "no", "nr", "num", "numero", "n", "id", "ref", "reference", "is", "was", "est", "with", "avec", "le", "la", "de", "du", "du", "my", "code", "c", "placed", "passport", "porte", "des", "s", "called", "passee", "i", "made"];

    // "In descending order 5113, 917": how things stand, and nobody's.
    private static readonly HashSet<string> Sorted = ["ascending", "descending", "alphabetical", "numerical", "reverse", "rising", "falling"];

    // Goods too: a power supply, a tool box.
    private const string Supply = "ups", Box = "case", Purchase = "PO";

    public void Find(string text, Finds found)
    {
        Span<char> folded = stackalloc char[16];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            var end = i;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            found.Steps += end - i;
            if (end - i <= folded.Length && Is(Called, text.AsSpan(i, end - i), folded) && !Cues.Before(text, i, Sorted, words: 1) && !IsInches(text, i, end) && Number(text, i, end, folded) is { } number) found.Add(number);
            i = end - 1;
        }
        Shaped(text, found);
        ShippedParcels.Find(text, found);
    }

    private static FoundData? Number(string text, int called, int from, Span<char> folded)
    {
        var (at, isOpen) = (from, false);
        for (var words = 0; words <= MostBetween; words++)
        {
            while (at < text.Length && (text[at] is ' ' or ':' or '#' or '°' or 'º' or '-' or '_' or '=' or '(' or ',' or '\'' or '’' || char.IsWhiteSpace(text[at]))) at++;
            var end = at;
            while (end < text.Length && end - at <= Longest && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '_' or '/' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))) end++;
            if (end == at) return null;
            var word = text.AsSpan(at, end - at);
            var isWhen = OrderDates.Is(word, folded);
            var whole = OrderGroups.End(text, at, end, IsNumber(word));
            isWhen &= !OrderGroups.IsNoYear(word, text.AsSpan(end, whole - end));
            var isNumber = !isWhen && !isOpen && (IsNumber(word) || OrderDates.IsShort(text, called, from, at, end) || (whole > end && OrderGroups.IsNumber(word, text.AsSpan(end, whole - end)) && !OrderGroups.IsSize(text[called..from], word, text.AsSpan(end, whole - end))) || OrderCodes.Is(text, called, from, at, end));
            if (isNumber && !Units.Follow(text, end)) return at == from + 1 && IsModel(text, called, from, end) ? null : new(at, whole - at, DataKinds.Order);
            var opens = OrderDates.Opens(word);
            if (!isWhen && !opens && (word.Length > folded.Length || !Is(Between, word.TrimEnd('°'), folded))) return null;
            // "An order of 20000" is none of that number; "of Monday, 20000" is.
            isOpen = opens || (isOpen && !isWhen);
            at = end;
            if (at < text.Length && text[at] == '.') at++;
        }
        return null;
    }

    // "55 po", "a po": inches, and a river. An order is one in capitals, somebody's ("our po is"), or a number by name ("po number").
    private static bool IsInches(string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).Equals(Purchase, StringComparison.OrdinalIgnoreCase)) return false;
        var before = start > 0 && text[start - 1] is ' ' or '\u00a0' or '-' ? start - 1 : start;
        if (before > 0 && char.IsAsciiDigit(text[before - 1])) return true;
        return text.AsSpan(start, 2) is not Purchase && !Cues.Before(text, start, Cues.Own, words: 1) && !IsNumbered(text, end);
    }

    private static bool IsNumbered(string text, int end)
    {
        var next = text.AsSpan(end).TrimStart(' ');
        var word = next[..(next.IndexOfAny(' ', ':', '.') is var length and >= 0 ? length : next.Length)];
        return next.StartsWith('#') || (word.Length <= LongestCue && Is(Cues.Number, word, stackalloc char[LongestCue]));
    }

    // "UPS BX1500M", "case DWST17808": nothing between says that it is a number, and nobody calls the case theirs.
    private static bool IsModel(string text, int called, int from, int end)
    {
        var name = text.AsSpan(called, from - called);
        var model = text.AsSpan(from + 1, end - from - 1);
        return text[from] == ' ' && char.IsLetter(model[0]) && !model.Contains('-')
            && (name.Equals(Supply, StringComparison.OrdinalIgnoreCase) || (name.Equals(Box, StringComparison.OrdinalIgnoreCase) && !Cues.Before(text, called, Cues.Own, words: 1)));
    }

    // "113-1234567-1234567"
    private static void Shaped(string text, Finds found)
    {
        for (var dash = text.IndexOf('-'); dash >= 0; dash = text.IndexOf('-', dash + 1))
        {
            var start = dash - 3;
            if (start < 0 || start + 19 > text.Length || text[start + 11] != '-') continue;
            if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || (start + 19 < text.Length && char.IsLetterOrDigit(text[start + 19]))) continue;
            if (Digits(text.AsSpan(start, 19)) == 17) found.Add(new(start, 19, DataKinds.Order));
        }
    }

    // "3000W" is a size.
    private static bool IsNumber(ReadOnlySpan<char> word) => !(char.IsAsciiDigit(word[0]) && char.IsLetter(word[^1]) && !word.Contains('-')) && word.Length >= Shortest && Digits(word) is var digits && digits >= 4 && 2 * digits >= word.Length;

    private static int Digits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) count++;
        }
        return count;
    }

    private static bool Is(HashSet<string> words, ReadOnlySpan<char> word, Span<char> folded) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(word, folded));
}
