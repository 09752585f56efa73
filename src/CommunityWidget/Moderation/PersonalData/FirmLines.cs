namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Telephones that somebody gives as a firm's: "the company phone number is", "le numéro du service client", or signed with the firm's name. Nobody's own.</summary>
internal static class FirmLines
{
    private const int MostWords = 9, LongestWord = 16, Spoken = 160, OwnWithin = 8;

    private static readonly HashSet<string> Firms =
        ["company", "distributor", "distributors", "manufacturer", "manufacturers", "maker", "makers", "brand", "support", "service", "services", "store", "shop", "fabricant", "constructeur", "distributeur", "marque", "magasin", "boutique", "societe", "entreprise", "sav"];

    private static readonly HashSet<string> Numbers = ["number", "phone", "telephone", "tel", "line", "hotline", "numero", "ligne"];

    private static readonly HashSet<string> Articles = ["the", "their", "du", "la", "l", "le", "leur"];

    private static readonly HashSet<string> Between = ["is", "of", "s", "at", "est", "au", "de", "d", "customer", "customers", "client", "clients"];

    private static readonly HashSet<string> Ours = ["us", "we", "our", "website", "nous", "notre", "nos"];

    /// <param name="text">All of it.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="digits">Its digits. One with a plus may be a mobile telephone of any country, and is somebody's.</param>
    public static bool MayStand(string text, int start, ReadOnlySpan<char> digits)
    {
        var begin = PhoneNumbers.Begin(text, start);
        return IsFixed(text, start, digits) && !text.AsSpan(begin, start - begin).Contains('+') && !Cues.Before(text, begin, Services.Own, OwnWithin, Spoken)
            && (IsGiven(text, begin) || IsSigned(text, begin));
    }

    // America's have no mobiles of their own, France's begin with 06 and 07. One that begins like France's and is not in twos is another country's, and may be one.
    private static bool IsFixed(string text, int start, ReadOnlySpan<char> digits) => digits[0] == '0'
        ? digits.Length == 10 && digits[..2] is not ("06" or "07" or "00") && start + 2 < text.Length && !char.IsAsciiDigit(text[start + 2])
        : (digits.Length == 10 && digits[0] > '1') || (digits.Length == 11 && digits[0] == '1');

    // A firm with its article, a number, and nothing else in between.
    private static bool IsGiven(string text, int at)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var (end, number, firm, isBeside, article) = (at, false, false, false, false);
        for (var words = 0; words < MostWords; words++)
        {
            while (end > 0 && (text[end - 1] is ' ' or '\u00a0' or '\'' or '’' || (words == 0 && text[end - 1] == ':'))) end--;
            var start = end;
            while (start > 0 && char.IsLetter(text[start - 1])) start--;
            if (start == end || end - start > LongestWord) break;
            var word = Cues.Fold(text.AsSpan(start, end - start), folded);
            if (Is(Articles, word)) article |= isBeside;
            else if (Is(Numbers, word)) number = true;
            else if (Is(Firms, word)) firm = true;
            else if (!Is(Between, word)) break;
            isBeside = Is(Firms, word) || word is "customer" or "customers";
            end = start;
        }
        return number && firm && article;
    }

    // "Give us a call. Mark, AFW Filters 785-735-9769"
    private static bool IsSigned(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or ':') end--;
        var start = Capital(text, end);
        return start > 1 && FirmNames.IsTrade(text.AsSpan(start, end - start)) && text[start - 1] == ' ' && Capital(text, text[start - 2] == ',' ? start - 2 : start - 1) >= 0
            && Cues.Before(text, at, Ours, words: MostWords * 3, within: Spoken);
    }

    // Where a word begins that is written large; -1 where none ends here.
    private static int Capital(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        return start < end && char.IsUpper(text[start]) ? start : -1;
    }

    private static bool Is(HashSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
