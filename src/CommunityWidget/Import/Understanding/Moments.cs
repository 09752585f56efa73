using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityWidget.Import.Understanding;

/// <summary>Reads a time as exports write it; without a zone it is UTC.</summary>
public static partial class Moments
{
    // Behind a day: the hour of twelve or of twenty-four; K is a zone, or none.
    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", " h:mmtt", " h:mm:sstt"];

    private static readonly string[] DayFirst = Shapes("d/M/yyyy", "d/M/yy"), MonthFirst = Shapes("M/d/yyyy", "M/d/yy");

    private const RegexOptions How = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

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
        text = Universal().Replace(text, "Z");
        var (day, month) = Slashed(text) is { } slashed ? (Exact(slashed, DayFirst), Exact(slashed, MonthFirst))
            // Elsewhere in it such numbers may be meant both ways too; a year that stands first never is.
            : Numbers().IsMatch(text) ? (Parsed(text, French), Parsed(text, CultureInfo.InvariantCulture))
            : (Parsed(text, CultureInfo.InvariantCulture) ?? Parsed(text, French), null);
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

    // 3.4.2024 and 3-4-2024 are written like 3/4/2024, and times behind them in one way; nothing where the day is not in numbers.
    private static string? Slashed(string text)
    {
        if (!BeginsWithDay().IsMatch(text)) return null;
        var end = text.AsSpan().IndexOfAnyExcept("0123456789/.-") is var other and >= 0 ? other : text.Length;
        // Only a time follows it: 10-Jun-2014 is no day in numbers.
        if (end < text.Length && !IsBetween().IsMatch(text[end..])) return null;
        var time = IsBetween().Replace(text[end..], "${hour}");
        if (HasHour().IsMatch(time)) time = time.Replace('h', ':');
        return text[..end].Replace('.', '/').Replace('-', '/') + (time.Length == 0 ? "" : " " + Half().Replace(time, "${half}M").ToUpperInvariant());
    }

    private static string[] Shapes(params string[] days) => [.. days.SelectMany(day => Times.SelectMany(time => new[] { $"{day}{time}K", $"{day}{time} K" }))];

    private static long? Exact(string text, string[] shapes) =>
        DateTimeOffset.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() : null;

    private static long? Parsed(string text, CultureInfo tongue) =>
        DateTimeOffset.TryParse(text, tongue, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var at) ? at.ToUnixTimeMilliseconds() : null;

    private static string Short(string typed) => typed.Length <= 40 ? typed : typed[..(char.IsHighSurrogate(typed[39]) ? 39 : 40)] + "…";

    [GeneratedRegex("^[0-9]{1,2}[/.-]", How)]
    private static partial Regex BeginsWithDay();

    // What leads from a day to its time.
    [GeneratedRegex(@"^(T(?<hour>[0-9])|,?\s+((à|at)\s+)?|(?<hour>Z)$)", How)]
    private static partial Regex IsBetween();

    [GeneratedRegex("^[0-9]{1,2}h[0-9]{2}", How)]
    private static partial Regex HasHour();

    [GeneratedRegex(@"\s*(?<half>[ap])\.?m\b\.?", How)]
    private static partial Regex Half();

    [GeneratedRegex("(^|[^0-9/.:-])[0-9]{1,2}[/.-][0-9]{1,2}([/.-]([0-9]{4}|[0-9]{2}))?($|[^0-9/.-])", How)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s*\b(UTC|GMT)$", How)]
    private static partial Regex Universal();
}
