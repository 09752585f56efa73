using System.Globalization;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>A site's own words and thresholds, as typed.</summary>
public sealed class JudgingForm
{
    public const int MostLines = 500, LongestLine = 100;

    public string? Refused { get; set; }
    public string? Held { get; set; }
    public string? Allowed { get; set; }
    public string? English { get; set; }
    public string? French { get; set; }

    public static JudgingForm Of(Judging kept) => new()
    {
        Refused = kept.Refused,
        Held = kept.Held,
        Allowed = kept.Allowed,
        English = kept.English?.ToString(CultureInfo.InvariantCulture),
        French = kept.French?.ToString(CultureInfo.InvariantCulture),
    };

    public Reading<Judging> Read()
    {
        var faults = new List<Fault>();
        var read = new Judging(Words("refused", Refused, faults), Words("held", Held, faults), Words("allowed", Allowed, faults), Percent("english", English, faults), Percent("french", French, faults));
        return faults.Count > 0 ? faults : read;
    }

    private static string Words(string field, string? typed, List<Fault> faults)
    {
        var lines = (typed ?? "").Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (lines.Count > MostLines) faults.Add(new(field, "words_too_many", $"{MostLines}"));
        // "*" alone would be everything, and what is never found a rule that never holds.
        faults.AddRange(lines.Where(line => line.Length > LongestLine || line.Any(char.IsControl) || !Judges.MayLookFor(line)).Select(line => new Fault(field, "words_line", line.Length > 40 ? line[..40] + "…" : line)));
        return string.Join('\n', lines);
    }

    private static int? Percent(string field, string? typed, List<Fault> faults) =>
        string.IsNullOrWhiteSpace(typed) ? null : Number.Read(field, typed.Trim().TrimEnd('%', ' ', '\u00a0'), 1, 100, faults);
}
