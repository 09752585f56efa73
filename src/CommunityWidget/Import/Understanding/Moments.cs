using System.Globalization;

namespace CommunityWidget.Import.Understanding;

/// <summary>Reads a time as exports write it; without a zone it is UTC.</summary>
public static class Moments
{
    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "d/M/yy", "d/M/yy H:mm"], MonthFirst = ["M/d/yyyy", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss", "M/d/yy", "M/d/yy H:mm"];

    private static readonly CultureInfo[] Tongues = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr-FR")];

    private static readonly long Earliest = new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <param name="typed">As it stands in the file.</param>
    /// <param name="dayFirst">How two numbers before a year are meant; null where only one way is possible.</param>
    /// <param name="now">Nothing was said after it.</param>
    /// <param name="written">When the file was: "3 days ago" counts from there.</param>
    /// <returns>Milliseconds, or why it is no time.</returns>
    public static (long? At, string? Fault) Read(string typed, bool? dayFirst, long now, long written)
    {
        var text = typed.Trim();
        if (Number(text) is { } number) return Within(number, typed, now);
        if (Ago(text) is { } ago) return Within(written - ago, typed, now);
        // 3.4.2024 and 3-4-2024 are written like 3/4/2024; a year that stands first is never meant otherwise.
        var slashes = text.Length > 2 && char.IsAsciiDigit(text[0]) && !text.Any(char.IsLetter) && (text[1] is '/' or '.' or '-' || text[2] is '/' or '.' or '-') ? Slashed(text) : null;
        if (slashes is null) return Parsed(text) is { } at ? Within(at, typed, now) : (null, $"“{Short(typed)}” is no date I know. Write 2024-04-03.");
        var (day, month) = (Exact(slashes, DayFirst), Exact(slashes, MonthFirst));
        if (day is null && month is null) return (null, $"“{Short(typed)}” is no date I know. Write 2024-04-03.");
        if (day is not null && month is not null && day != month && dayFirst is null) return (null, $"“{Short(typed)}” may be two days. Say --dates dmy or --dates mdy.");
        return Within((dayFirst == false ? month ?? day : day ?? month)!.Value, typed, now);
    }

    private static (long? At, string? Fault) Within(long at, string typed, long now) =>
        at < Earliest || at > now + (24 * 3_600_000) ? (null, $"“{Short(typed)}” is before 1990, or still to come.") : (Math.Min(at, now), null);

    // Seconds since 1970, or milliseconds.
    private static long? Number(string text) =>
        text.Length >= 9 && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e14 ? (long)(number < 1e11 ? number * 1_000 : number) : null;

    private static long? Ago(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var many, var unit, "ago"] => (Many: many, Unit: unit),
            ["il", "y", "a", var many, var unit] => (Many: many, Unit: unit),
            _ => default,
        };
        if (words.Unit is null || (words.Many is not ("a" or "an" or "un" or "une") && !int.TryParse(words.Many, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return null;
        var days = words.Unit.TrimEnd('s') switch { "day" or "jour" => 1, "week" or "semaine" => 7, "month" or "moi" => 30, "year" or "an" => 365, "hour" or "heure" or "minute" => 0, _ => -1 };
        return days < 0 ? null : days * 86_400_000L * (int.TryParse(words.Many, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1);
    }

    private static string Slashed(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? text.Replace('.', '/').Replace('-', '/') : text[..end].Replace('.', '/').Replace('-', '/') + text[end..];
    }

    private static long? Exact(string text, string[] shapes) =>
        DateTimeOffset.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() : null;

    private static long? Parsed(string text)
    {
        foreach (var tongue in Tongues)
            if (DateTimeOffset.TryParse(text, tongue, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var at)) return at.ToUnixTimeMilliseconds();
        return null;
    }

    private static string Short(string typed) => typed.Length <= 40 ? typed : typed[..(char.IsHighSurrogate(typed[39]) ? 39 : 40)] + "…";
}
