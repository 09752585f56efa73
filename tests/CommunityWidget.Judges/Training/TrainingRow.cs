using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>A row as the model sees it.</summary>
internal sealed record TrainingRow(int[] Features, float[] Clues, bool IsBad, float Weight)
{
    /// <summary>True for what shops and their customers say.</summary>
    public bool IsShop { get; init; }

    public static TrainingRow Of(LabelledText row, string language, float weight)
    {
        using var text = new ReadText(row.Text);
        var steps = 0;
        var clues = new float[Moderation.Judging.Clues.Count];
        Moderation.Judging.Clues.Of(text, Tongue.Of(text, language), ref steps).Fill(clues);
        var taker = new Collect([]);
        TextFeatures.Of(text, ref taker);
        return new([.. taker.Buckets], clues, row.IsBad, weight);
    }

    private readonly struct Collect(List<int> buckets) : ITakesFeatures
    {
        public List<int> Buckets => buckets;

        public void Take(int bucket) => buckets.Add(bucket);
    }
}
