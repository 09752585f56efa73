using System.Buffers;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>An order's number in a page's address: it stands in a part of its own, and an earlier part says whose it is: "/orders/view/12345".</summary>
internal static class OrderAddress
{
    private const int FewestDigits = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("/?&=;#");

    // Without what shops sell too: cases, packages, passport covers.
    private static readonly HashSet<string> Called =
    [
        "purchase", "purchases", "achat", "achats", "cmd", "invoice", "invoices", "facture", "factures", "tracking", "track", "suivi", "colis", "parcel", "parcels", "shipment", "shipments",
        "booking", "bookings", "reservation", "réservation", "ticket", "tickets", "receipt", "receipts", "recu", "reçu", "transaction", "transactions", "return", "returns", "retour", "retours", "rma", "refund", "refunds",
        "checkout", "account", "compte", "customer", "customers", "client", "clients",
    ];

    // By which a list is sorted: "order_by", "order-dir".
    private static readonly HashSet<string> Sorting = ["by", "dir", "direction", "sort", "way"];

    // Before "de-commande" and "client", where they are the reader's: a board of controls is a "carte de commande".
    private static readonly HashSet<string> Mine = ["ma", "mes", "votre", "vos", "my", "your", "suivi", "detail", "details", "numero", "num", "no", "id", "ref", "view", "track"];

    // Under which shops explain and look for things too.
    private static readonly HashSet<string> Vague = ["client", "clients", "return", "returns", "retour", "retours", "track"];

    // What is sold, not what was bought.
    private static readonly HashSet<string> Sold = ["pre-order", "pre-orders", "made-to-order", "sur-commande", "pre-commande", "pré-commande"];

    // Behind a word that shops sell things under too, they say that it is none of those: "customer-id", and not "customer-reviews".
    private static readonly HashSet<string> Naming = ["id", "ids", "number", "no", "nr", "num", "numero", "ref", "reference", "code", "key", "token", "view", "detail", "details", "history", "status", "confirmation", "summary", "page", "info"];

    /// <summary>Whether there may be one, however little says so.</summary>
    public static bool IsIn(string path) => In(path, Says, isPlain: false).Count > 0;

    /// <summary>Where such numbers stand, the whole of their parts, in what somebody pastes: links to goods are much of what is told.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string path) => In(path, SaysPlainly, isPlain: true);

    private static List<(int Start, int Length)> In(string path, Func<string[], bool> says, bool isPlain)
    {
        var (called, key, numbers, lower) = (false, false, new List<(int Start, int Length)>(), path.ToLowerInvariant());
        foreach (var place in lower.AsSpan().SplitAny(Ends))
        {
            var (start, length) = place.GetOffsetAndLength(lower.Length);
            if (length == 0) continue;
            var part = lower.Substring(start, length);
            var isKey = isPlain && start + length < lower.Length && lower[start + length] == '=';
            // A key says it of its own value: "order=price&price=1000-2000".
            if (isKey || start == 0 || lower[start - 1] != '=') key = false;
            if ((called || key) && part.Count(char.IsAsciiDigit) >= FewestDigits) numbers.Add((start, length));
            var isSaid = !Sold.Contains(part) && says(part.Split(['-', '_', '.', '+', ' ']));
            if (isKey) key = isSaid;
            else called |= isSaid;
        }
        return numbers;
    }

    private static bool Says(string[] words) => words.Any(word => IsOrder(word) || Called.Contains(word));

    // "my-account", "tracking-number", and not "track-lighting".
    private static bool SaysPlainly(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : null;
            if (next is not null && Naming.Contains(next) && (IsOrder(words[i]) || Called.Contains(words[i]))) return true;
            if (words[i].StartsWith("commande", StringComparison.Ordinal) ? i == 0 || words.Take(i).Any(Mine.Contains) : IsOrder(words[i]) && !IsSorting(words[i], next)) return true;
            if (next is null && Called.Contains(words[i]) && !Vague.Contains(words[i])) return true;
        }
        return false;
    }

    private static bool IsSorting(string word, string? next) => word is "orderby" or "orderdir" or "ordering" || (word is "order" && next is not null && Sorting.Contains(next));

    // "orderid", "ordersummary"
    private static bool IsOrder(string word) => word.StartsWith("order", StringComparison.Ordinal) || word.StartsWith("commande", StringComparison.Ordinal);
}
