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

    // What is sold, not what was bought.
    private static readonly HashSet<string> Sold = ["pre-order", "pre-orders", "made-to-order", "sur-commande", "pre-commande", "pré-commande"];

    // Behind a word that shops sell things under too, they say that it is none of those: "customer-id", and not "customer-reviews".
    private static readonly HashSet<string> Naming = ["id", "ids", "number", "no", "nr", "num", "numero", "ref", "reference", "code", "key", "token", "view", "detail", "details", "history", "status", "confirmation", "summary", "page", "info"];

    /// <summary>Whether there may be one, however little says so.</summary>
    public static bool IsIn(string path) => In(path, Says).Count > 0;

    /// <summary>Where such numbers stand, the whole of their parts, in what somebody pastes: links to goods are much of what is told.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string path) => In(path, SaysPlainly);

    private static List<(int Start, int Length)> In(string path, Func<string[], bool> says)
    {
        var (called, numbers, lower) = (false, new List<(int Start, int Length)>(), path.ToLowerInvariant());
        foreach (var place in lower.AsSpan().SplitAny(Ends))
        {
            var (start, length) = place.GetOffsetAndLength(lower.Length);
            if (length == 0) continue;
            var part = lower.Substring(start, length);
            if (called && part.Count(char.IsAsciiDigit) >= FewestDigits) numbers.Add((start, length));
            called |= !Sold.Contains(part) && says(part.Split(['-', '_', '.', '+', ' ']));
        }
        return numbers;
    }

    private static bool Says(string[] words) => words.Any(word => IsOrder(word) || Called.Contains(word));

    // "my-account", "tracking-number", and not "track-lighting".
    private static bool SaysPlainly(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (IsOrder(words[i]) || (Called.Contains(words[i]) && (i == words.Length - 1 || Naming.Contains(words[i + 1])))) return true;
        }
        return false;
    }

    // "orderid", "ordersummary"
    private static bool IsOrder(string word) => word.StartsWith("order", StringComparison.Ordinal) || word.StartsWith("commande", StringComparison.Ordinal);
}
