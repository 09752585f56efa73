using System.Globalization;
using System.Text;

namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Words before a number that say what it is. Looked for in the few words before it, without accents.</summary>
internal static class Cues
{
    private const int Reach = 48, Words = 6;

    public static readonly HashSet<string> Account = ["iban", "rib", "account", "compte", "konto", "bic", "bank", "banque", "virement", "transfer"];

    public static readonly HashSet<string> Card = ["card", "carte", "cb", "visa", "mastercard", "amex", "maestro", "credit", "debit", "cc", "carta", "karte", "tarjeta", "american", "express", "discover", "bancaire"];

    public static readonly HashSet<string> Phone =
    [
        "phone", "telephone", "tel", "call", "mobile", "cell", "cellphone", "fax", "whatsapp", "sms", "text", "ring", "dial", "reach", "landline", "contact", "joindre", "appeler", "appelez",
        "appelle", "appel", "portable", "fixe", "gsm", "handy", "telefon", "telefono", "rappeler", "rappelez", "joignable", "phones", "hotline", "texto", "callback", "contacter", "contactez", "contacte", "contactes",
    ];

    /// <summary>Of anything; of a telephone where somebody calls it theirs and no goods are near.</summary>
    public static readonly HashSet<string> Number = ["number", "num", "numero", "no"];

    public static readonly HashSet<string> Own = ["my", "mine", "me", "our", "mon", "ma", "moi", "notre", "meine", "mi"];

    public static readonly HashSet<string> SocialSecurity = ["ssn", "social", "security", "securite", "sociale", "secu", "nir", "insee", "ss", "national", "insurance", "nino", "avs", "ahv", "niss"];

    public static readonly HashSet<string> Goods =
    [
        "model", "models", "modele", "part", "parts", "pt", "sku", "ref", "reference", "upc", "asin", "ean", "item", "serial", "serie", "type", "version", "replace", "replaces", "replacement", "piece", "kenmore", "whirlpool",
        "product", "produit", "article", "isbn", "gtin", "mpn", "filter", "filtre", "code", "fits", "fit", "mod", "mfg", "size", "dimension", "dimensions", "sub", "element", "pump", "manufacturer", "fabricant", "art", "pnc", "enr", "ersatzteil", "sn", "s/n", "p/n",
    ];

    public static readonly HashSet<string> Version = ["v", "version", "firmware", "ver", "release", "ios", "android", "windows", "build", "macos", "rev"];

    /// <summary>Before somebody's name.</summary>
    public static readonly HashSet<string> Titles = ["mr", "mrs", "ms", "miss", "dr", "m", "mm", "mme", "mlle", "monsieur", "madame", "mademoiselle", "herr", "frau", "sir"];

    /// <summary>Who numbers parts in groups.</summary>
    public static readonly HashSet<string> Makers =
    [
        "aeg", "ariens", "ariston", "audi", "baumatic", "beko", "bissell", "bmw", "bomann", "bosch", "brandt", "braun", "breville", "briggs", "canon", "citroen", "craftsman", "daewoo", "delonghi", "dewalt", "dyson", "electrolux", "epson", "fagor", "fiat",
        "frigidaire", "gaggenau", "gardena", "gorenje", "grohe", "haier", "hansgrohe", "hitachi", "honda", "hoover", "hotpoint", "husqvarna", "ikea", "indesit", "karcher", "kitchenaid", "kohler", "krups", "lego", "liebherr", "magimix", "makita", "maytag", "mercedes", "metabo", "miele", "moulinex", "neff", "nespresso",
        "nissan", "opel", "panasonic", "peugeot", "philips", "playmobil", "renault", "rowenta", "ryobi", "samsung", "sauter", "scholtes", "seb", "siemens", "skoda", "smeg", "stihl", "tefal", "thermador", "toro", "toshiba", "toyota", "vaillant", "volkswagen", "volvo", "vorwerk", "vw", "whirlpool", "yamaha", "zanussi",
    ];

    /// <summary>True when one of the words stands shortly before a place.</summary>
    public static bool Before(string text, int at, HashSet<string> cues, int words = Words, int within = Reach) => Find(text, at, cues, words, within) >= 0;

    /// <summary>Where the nearest of the words begins that stands shortly before a place; -1 where none does.</summary>
    public static int Find(string text, int at, HashSet<string> cues, int words = Words, int within = Reach)
    {
        Span<char> word = stackalloc char[16];
        var (end, left) = (at, words);
        var lowest = Math.Max(0, at - within);
        while (end > lowest && left > 0)
        {
            while (end > lowest && !char.IsLetter(text[end - 1]))
            {
                // Another sentence says nothing of this one.
                if (text[end - 1] is '\n' or '?' || (text[end - 1] is '!' or ';')) return -1;
                // What stands in place of what was hidden says nothing either: "[phone]".
                end = text[end - 1] == ']' && text.LastIndexOf('[', end - 1, end - lowest) is var open and >= 0 ? open : end - 1;
            }
            var start = end;
            while (start > lowest && char.IsLetter(text[start - 1])) start--;
            if (end > start && end - start <= word.Length && cues.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(text.AsSpan(start, end - start), word))) return start;
            end = start;
            left--;
        }
        return -1;
    }

    public static bool IsGoods(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[16];
        return word.Length <= folded.Length && Goods.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(word, folded));
    }

    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        for (var i = 0; i < word.Length; i++) into[i] = word[i] < 128 ? char.ToLowerInvariant(word[i]) : Plain(word[i]);
        return into[..word.Length];
    }

    private static char Plain(char c)
    {
        var apart = char.ToLowerInvariant(c).ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(apart[0]) == UnicodeCategory.NonSpacingMark ? c : apart[0];
    }
}
