using CommunityWidget.Judges.Sets;
using CommunityWidget.Judges.Training;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Tests.Moderation;

/// <summary>The command that makes the shipped model, on a handful of rows.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var first = Trained();

        Assert.Equal(first, Trained());
        Assert.NotEqual(first, Trained("a row more that is not bad at all"));
    }

    [Fact]
    public void No_row_is_on_both_sides_however_it_is_written()
    {
        var set = Set("en", bad: false, [.. Enumerable.Range(0, 400).SelectMany(i => new[] { $"Row number {i}, as it is.", $"row NUMBER {i} as it is" })]);

        Assert.Empty(set.Train.Select(Letters).Intersect(set.Test.Select(Letters)));
        Assert.Equal(set.Rows.Count, Enumerable.Range(0, TextSet.Parts).Sum(part => set.PartOf(part).Count()) + set.Test.Count);
        Assert.All(Enumerable.Range(0, TextSet.Parts), part =>
        {
            Assert.NotEmpty(set.PartOf(part));
            Assert.Empty(set.AllBut(part).Select(Letters).Intersect(set.PartOf(part).Concat(set.Test).Select(Letters)));
        });
    }

    private static byte[] Trained(string? more = null)
    {
        var bad = new[] { "en", "fr" }.Select(language => Set(language, bad: true, Sentences(["you fool", "espèce de buse", "dirty rat", "va au diable"]))).ToList();
        var good = new[] { "en", "fr" }.Select(language => Set(language, bad: false, [.. Sentences(["the lamp dims", "la lampe chauffe", "my parcel is late"]), .. more is null ? Array.Empty<string>() : new[] { more, more + "!", more + " again" }])).ToList();
        using var bytes = new MemoryStream();
        TrainModel.Make(bad, good, good, _ => []).Write(bytes);
        return bytes.ToArray();
    }

    private static string[] Sentences(string[] pieces) => [.. pieces.SelectMany(piece => Enumerable.Range(0, 30).Select(i => $"{piece} {i} times"))];

    private static TextSet Set(string language, bool bad, string[] rows) => new("mine", language, MayTrain: true, [.. rows.Select(row => new LabelledText(row, bad))]);

    private static string Letters(LabelledText row) => string.Concat(row.Text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
