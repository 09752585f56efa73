using System.Globalization;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Which lines of a file would not pass, and why: for sentences of one's own shop.</summary>
internal static class HeldLines
{
    public static void Write(string file, string language, TextWriter to)
    {
        var (judges, lines, held) = (new Moderation.Judging.Judges(), 0, 0);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            lines++;
            var look = judges.Look(Shop.Speaking(language), line);
            if (look.Refusal is null && !look.IsHeld) continue;
            held++;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{look.Refusal?.Code ?? string.Join(' ', look.Reasons)} {look.Score:0.00} of {look.Threshold:0.00} | {line}"));
        }
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held} of {lines} held or refused"));
    }
}
