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

    public static bool IsIn(string path) => In(path).Count > 0;

    /// <summary>Where such numbers stand: the whole of their parts.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string path)
    {
        var (called, numbers, lower) = (false, new List<(int Start, int Length)>(), path.ToLowerInvariant());
        foreach (var place in lower.AsSpan().SplitAny(Ends))
        {
            var (start, length) = place.GetOffsetAndLength(lower.Length);
            if (length == 0) continue;
            var part = lower.Substring(start, length);
            if (called && part.Count(char.IsAsciiDigit) >= FewestDigits) numbers.Add((start, length));
            called |= !Sold.Contains(part) && part.Split(['-', '_', '.', '+', ' ']).Any(IsCalled);
        }
        return numbers;
    }

    // "orderid", "ordersummary"
    private static bool IsCalled(string word) =>
        word.StartsWith("order", StringComparison.Ordinal) || word.StartsWith("commande", StringComparison.Ordinal) || Called.Contains(word);
}
