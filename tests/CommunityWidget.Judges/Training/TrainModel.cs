using System.Globalization;
using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>
/// Makes the shipped model; the same rows give the same bytes. It is fitted to all rows that may train; thresholds are chosen on the same rows, each
/// third of them scored by a model fitted to the other two. Tests are on rows that none of these saw.
/// </summary>
internal static class TrainModel
{
    public static void Run(DataFolder data, string into)
    {
        var model = Make(InsultSets.All(data), Beside(data), InsultSets.Elsewhere(data), language => ListFloor.Of(data, language).Values);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(into))!);
        using (var file = File.Create(into)) model.Write(file);
        Console.WriteLine($"{into}: {new FileInfo(into).Length} bytes");
    }

    /// <param name="bad">Sets of insults, of which some choose the thresholds.</param>
    /// <param name="more">What is fitted to beside them.</param>
    /// <param name="elsewhere">What no fitting sees and must pass.</param>
    /// <param name="lists">The lists of words of a language that are to be beaten.</param>
    public static TextModel Make(IReadOnlyList<TextSet> bad, IReadOnlyList<TextSet> more, IReadOnlyList<TextSet> elsewhere, Func<string, IEnumerable<ListFloor>> lists)
    {
        var sets = bad.Concat(more).ToList();
        var thirds = Thirds(sets);
        var shipped = Fit(sets, set => set.Train);
        return shipped(Bounds("en"), Bounds("fr"));

        TextModel.Bounds Bounds(string language)
        {
            var model = shipped(AnyBounds, AnyBounds);
            return Thresholds.Choose(
                language,
                [.. bad.Where(set => set.MayTrain && set.Language == language && set.Train.Any()).Select(set => new ScoredSet(set.Name, [.. thirds.SelectMany((third, part) => Scored(set, set.PartOf(part), third))]) { Bar = Bar.Of(set, lists(language)) })],
                [.. elsewhere.Where(set => set.Language == language).Select(set => new ScoredSet(set.Name, [.. Scored(set, set.Rows, model)]))]);
        }
    }

    /// <summary>What is fitted to beside the sets of insults.</summary>
    public static IReadOnlyList<TextSet> Beside(DataFolder data) => [.. InsultSets.Good(data), .. OfGroups.Sets];

    /// <summary>A model for each part of the rows that may train, fitted to all the others: it saw none of them.</summary>
    public static IReadOnlyList<TextModel> Thirds(IReadOnlyList<TextSet> sets) => [.. Enumerable.Range(0, TextSet.Parts).Select(part => Fit(sets, set => set.AllBut(part))(AnyBounds, AnyBounds))];

    private static readonly TextModel.Bounds AnyBounds = new(1, 1);

    private static IEnumerable<ScoredRow> Scored(TextSet set, IEnumerable<LabelledText> rows, TextModel model) => rows.Select(row => ScoredRow.Of(row, set.Language, model));

    private static Func<TextModel.Bounds, TextModel.Bounds, TextModel> Fit(IEnumerable<TextSet> sets, Func<TextSet, IEnumerable<LabelledText>> part)
    {
        var rows = sets.Where(set => set.MayTrain).SelectMany(set => Weigh(set, [.. part(set)])).ToArray();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows to fit, {rows.Count(row => row.IsBad)} bad, {rows.Count(row => row.IsShop)} said in shops"));
        var silent = new float[Clues.Count];
        var (insult, shop) = (new Regression([.. rows]).Fit(), new Regression([.. rows.Select(row => row with { IsBad = row.IsShop, Clues = silent })]).Fit());
        return (english, french) => new(Quantise(insult), Quantise(shop), insult.Clues, english, french);
    }

    // Large sets must not drown small ones, and what is clearly no insult must count.
    private static IEnumerable<TrainingRow> Weigh(TextSet set, IReadOnlyList<LabelledText> rows)
    {
        if (rows.Count == 0) return [];
        var weight = MathF.Min(3, MathF.Sqrt((set.Rows.Any(row => row.IsBad) ? 6_000f : 24_000f) / rows.Count));
        // The one has few rows without a bad word to learn from; of the other a list of words alone tells nearly everything.
        weight *= set.Name switch { "surge-toxicity" => 2, "davidson" => 3, _ => 1 };
        var bad = Bad(set);
        var isShop = !set.Rows.Any(row => row.IsBad);
        return rows.Select(row => TrainingRow.Of(row, set.Language, row.IsBad ? bad * weight : weight) with { IsShop = isShop });
    }

    // How much a bad row counts beside a good one of its set, so that one threshold suits them all: less where a set is mostly bad, or noisy, more where
    // it is bad without a bad word.
    private static float Bad(TextSet set) => (set.Name, set.Language) switch
    {
        ("mlma", "en") => 0.4f,
        ("mlma", _) => 0.6f,
        ("davidson", _) => 0.4f,
        ("surge-toxicity", _) => 9,
        ("jigsaw-toxic", "en") => 4,
        ("jigsaw-toxic", _) => 1.3f,
        ("jigsaw-bilingual", "en") or ("convabuse", _) => 2,
        ("toxifrench", _) => 1.8f,
        _ => 1,
    };

    private static TextModel.Side Quantise((float[] Weights, float[] Clues, float Bias) fitted)
    {
        // A few giants would leave the others no room.
        var sorted = fitted.Weights.Select(MathF.Abs).Where(w => w > 0).Order().ToArray();
        var most = sorted.Length == 0 ? 1 : sorted[(int)((sorted.Length - 1) * 0.9995)];
        return new([.. fitted.Weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / most * 127), -127, 127))], most / 127, fitted.Bias);
    }
}
