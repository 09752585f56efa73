using System.Globalization;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>
/// Makes the shipped model; the same rows give the same bytes. Thresholds are chosen with a model that did not see the rows they are chosen on;
/// then the model is fitted anew to both, and tests are on rows that neither saw.
/// </summary>
internal static class TrainModel
{
    public static void Run(DataFolder data, string into)
    {
        var model = Make(InsultSets.All(data), InsultSets.Good(data), InsultSets.Elsewhere(data));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(into))!);
        using (var file = File.Create(into)) model.Write(file);
        Console.WriteLine($"{into}: {new FileInfo(into).Length} bytes");
    }

    public static TextModel Make(IReadOnlyList<TextSet> bad, IReadOnlyList<TextSet> good, IReadOnlyList<TextSet> elsewhere)
    {
        var rehearsal = Fit(bad.Concat(good), set => set.Fit)(new(1, 1), new(1, 1));
        var (english, french) = (Thresholds.Choose("en", rehearsal, bad, elsewhere), Thresholds.Choose("fr", rehearsal, bad, elsewhere));
        return Fit(bad.Concat(good), set => set.Train)(english, french);
    }

    private static Func<TextModel.Bounds, TextModel.Bounds, TextModel> Fit(IEnumerable<TextSet> sets, Func<TextSet, IEnumerable<LabelledText>> part)
    {
        var rows = sets.Where(set => set.MayTrain).SelectMany(set => Weigh(set, [.. part(set)])).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows to fit, {rows.Count(row => row.IsBad)} bad"));
        var fitted = new Regression(rows).Fit();
        var (bytes, scale) = Quantise(fitted.Weights);
        return (english, french) => new(bytes, scale, fitted.Clues, fitted.Bias, english, french);
    }

    // Large sets must not drown small ones, and what is clearly no insult must count. What is bad counts more where a set's people looked for the bad only.
    private static IEnumerable<TrainingRow> Weigh(TextSet set, IReadOnlyList<LabelledText> rows)
    {
        if (rows.Count == 0) return [];
        var weight = MathF.Min(3, MathF.Sqrt((set.Rows.Any(row => row.IsBad) ? 3_000f : 12_000f) / rows.Count));
        var bad = set.Name switch { "mlma" => 4, "surge-toxicity" => 1.5f, _ => 1 };
        return rows.Select(row => TrainingRow.Of(row, set.Language, row.IsBad ? bad * weight : weight));
    }

    private static (sbyte[] Bytes, float Scale) Quantise(float[] weights)
    {
        // A few giants would leave the others no room.
        var sorted = weights.Select(MathF.Abs).Where(w => w > 0).Order().ToArray();
        var most = sorted.Length == 0 ? 1 : sorted[(int)((sorted.Length - 1) * 0.9995)];
        return ([.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / most * 127), -127, 127))], most / 127);
    }
}
