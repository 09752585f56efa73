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
        var model = Make(InsultSets.All(data), [.. InsultSets.Good(data), .. OfGroups.Sets], InsultSets.Elsewhere(data));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(into))!);
        using (var file = File.Create(into)) model.Write(file);
        Console.WriteLine($"{into}: {new FileInfo(into).Length} bytes");
    }

    /// <param name="bad">Sets of insults, of which some choose the thresholds.</param>
    /// <param name="more">What is fitted to beside them.</param>
    /// <param name="elsewhere">What no fitting sees and must pass.</param>
    public static TextModel Make(IReadOnlyList<TextSet> bad, IReadOnlyList<TextSet> more, IReadOnlyList<TextSet> elsewhere)
    {
        var rehearsal = Fit(bad.Concat(more), set => set.Fit)(new(1, 1), new(1, 1));
        var (english, french) = (Thresholds.Choose("en", rehearsal, bad, elsewhere), Thresholds.Choose("fr", rehearsal, bad, elsewhere));
        return Fit(bad.Concat(more), set => set.Train)(english, french);
    }

    private static Func<TextModel.Bounds, TextModel.Bounds, TextModel> Fit(IEnumerable<TextSet> sets, Func<TextSet, IEnumerable<LabelledText>> part)
    {
        var rows = sets.Where(set => set.MayTrain).SelectMany(set => Weigh(set, [.. part(set)])).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows to fit, {rows.Count(row => row.IsBad)} bad, {rows.Count(row => row.IsShop)} said in shops"));
        var silent = new float[Clues.Count];
        var (insult, shop) = (new Regression([.. rows]).Fit(), new Regression([.. rows.Select(row => row with { IsBad = row.IsShop, Clues = silent })]).Fit());
        return (english, french) => new(Quantise(insult), Quantise(shop), insult.Clues, english, french);
    }

    // Large sets must not drown small ones, and what is clearly no insult must count. What is bad counts more where a set's people looked for the bad only.
    private static IEnumerable<TrainingRow> Weigh(TextSet set, IReadOnlyList<LabelledText> rows)
    {
        if (rows.Count == 0) return [];
        var weight = MathF.Min(3, MathF.Sqrt((set.Rows.Any(row => row.IsBad) ? 3_000f : 12_000f) / rows.Count));
        var bad = set.Name switch { "mlma" => 4, "surge-toxicity" => 1.5f, _ => 1 };
        var isShop = !set.Rows.Any(row => row.IsBad);
        return rows.Select(row => TrainingRow.Of(row, set.Language, row.IsBad ? bad * weight : weight) with { IsShop = isShop });
    }

    private static TextModel.Side Quantise((float[] Weights, float[] Clues, float Bias) fitted)
    {
        // A few giants would leave the others no room.
        var sorted = fitted.Weights.Select(MathF.Abs).Where(w => w > 0).Order().ToArray();
        var most = sorted.Length == 0 ? 1 : sorted[(int)((sorted.Length - 1) * 0.9995)];
        return new([.. fitted.Weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / most * 127), -127, 127))], most / 127, fitted.Bias);
    }
}
