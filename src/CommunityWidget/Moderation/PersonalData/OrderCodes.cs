namespace CommunityWidget.Moderation.PersonalData;

/// <summary>What letters and digits stand where only an order's number does: "order id AB12CD34EF", "commande ABC123". Elsewhere they are a model.</summary>
internal static class OrderCodes
{
    private const int Fewest = 6;

    private static readonly HashSet<string> Number = ["number", "no", "nr", "num", "numero", "id"];

    // Nobody calls goods so.
    private static readonly HashSet<string> Sure = ["commande", "cmd", "facture", "invoice", "booking", "transaction", "po"];

    // "Je commande GSS25": who orders a model.
    private static readonly HashSet<string> Ordering = ["je", "j", "on", "nous", "vous", "tu", "il", "elle", "de", "to", "carte", "cartes", "module", "panneau", "i", "we"];

    /// <param name="text">All of it.</param>
    /// <param name="called">Where it is called an order.</param>
    /// <param name="from">Behind that word.</param>
    /// <param name="at">Where the code begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool Is(string text, int called, int from, int at, int end)
    {
        var code = text.AsSpan(at, end - at);
        var digits = 0;
        if (code.Length < Fewest) return false;
        foreach (var c in code)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (!char.IsAsciiLetterUpper(c) && c != '-') return false;
        }
        if (digits == 0) return false;
        if (text.AsSpan(from, at - from).ContainsAny('#', '°', 'º') || Cues.Before(text, at, Number, words: 1)) return true;
        Span<char> folded = stackalloc char[16];
        return !text.AsSpan(from, at - from).ContainsAnyExcept(' ', ':') && Sure.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Cues.Fold(text.AsSpan(called, from - called), folded)) && !Cues.Before(text, called, Ordering, words: 1);
    }
}
