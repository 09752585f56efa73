using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Each line of a file as others would read it: for sentences of one's own shop.</summary>
internal static class MaskedLines
{
    public static void Write(string file, string language, TextWriter to)
    {
        foreach (var line in File.ReadLines(file)) to.WriteLine(PersonalDataMasker.Mask(line, language) is { IsChanged: true } masked ? $"hidden | {masked.Text}" : $"       | {line}");
    }
}
