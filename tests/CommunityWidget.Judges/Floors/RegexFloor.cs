using System.Text.RegularExpressions;

namespace CommunityWidget.Judges.Floors;

/// <summary>What anybody would write first against personal data: one expression a kind.</summary>
internal static partial class RegexFloor
{
    public static IEnumerable<(int Start, int End)> Find(string text) =>
        Expressions.SelectMany(expression => expression.Matches(text).Select(match => (match.Index, match.Index + match.Length)));

    /// <summary>An e-mail address, or a telephone as Americans write it, beyond doubt.</summary>
    public static bool ReachesSomebody(string text) => Email().IsMatch(text) || American().IsMatch(text);

    private static readonly Regex[] Expressions = [Email(), Card(), Iban(), Phone(), V4(), V6(), Ssn()];

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:\d[ -]?){12,18}\d\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\+?\(?\d[\d ().\-/]{5,}\d", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\w-])\(?\d{3}\)?[ .-] ?\d{3}[ .-]\d{4}(?![\w-])", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex American();

    [GeneratedRegex(@"\b\d{1,3}(?:\.\d{1,3}){3}\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex V4();

    [GeneratedRegex(@"\b(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{1,4}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex V6();

    [GeneratedRegex(@"\b\d{3}-\d{2}-\d{4}\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Ssn();
}
