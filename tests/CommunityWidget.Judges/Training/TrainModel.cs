using System.Globalization;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>
/// Makes the shipped model: a logistic regression over hashed features, by a gradient whose steps shrink, in an order that a seed gives. The
/// same rows give the same bytes. Thresholds are chosen on rows that were kept back from fitting, and tests on rows that neither saw.
/// </summary>
internal static class TrainModel
{
    private const int Rounds = 12, Seed = 20_261_126;
    private const float Step = 0.35f, Shrink = 1e-5f;

    public static void Run(DataFolder data, string into)
    {
        var (bad, good) = (InsultSets.All(data), InsultSets.Good(data));
        var fit = bad.Concat(good).Where(set => set.MayTrain).SelectMany(set => Rows(set, set.Fit, Weight(set))).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fit.Length} rows to fit, {fit.Count(row => row.IsBad)} bad"));
        var (weights, clues, bias) = Fit(fit);
        var (bytes, scale) = Quantise(weights);
        var model = new TextModel(bytes, scale, clues, bias, 0.5f, 0.5f);
        var elsewhere = InsultSets.Elsewhere(data);
        var (english, french) = (Thresholds.Choose("en", model, bad, elsewhere), Thresholds.Choose("fr", model, bad, elsewhere));
        Directory.CreateDirectory(Path.GetDirectoryName(into)!);
        using (var file = File.Create(into)) new TextModel(bytes, scale, clues, bias, english, french).Write(file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{into}: {new FileInfo(into).Length} bytes; thresholds en {english:0.000}, fr {french:0.000}"));
    }

    // Large sets must not drown small ones, and what is clearly no insult must count.
    private static float Weight(TextSet set)
    {
        var rows = set.Fit.Count();
        return rows == 0 ? 0 : MathF.Min(3, MathF.Sqrt((set.Rows.Any(row => row.IsBad) ? 3_000f : 12_000f) / rows));
    }

    private static IEnumerable<TrainingRow> Rows(TextSet set, IEnumerable<LabelledText> rows, float weight) => rows.Select(row => TrainingRow.Of(row, set.Language, weight));

    private static (float[] Weights, float[] Clues, float Bias) Fit(TrainingRow[] rows)
    {
        var (weights, squares) = (new float[TextFeatures.Buckets], new float[TextFeatures.Buckets]);
        var (clues, clueSquares, bias, biasSquare) = (new float[Clues.Count], new float[Clues.Count], 0f, 1e-3f);
        Array.Fill(squares, 1e-3f);
        Array.Fill(clueSquares, 1e-3f);
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(rows);
            foreach (var row in rows)
            {
                var part = TextModel.Part(row.Features.Length);
                var logit = bias;
                foreach (var feature in row.Features) logit += weights[feature] * part;
                for (var i = 0; i < clues.Length; i++) logit += clues[i] * row.Clues[i];
                var error = row.Weight * ((1 / (1 + MathF.Exp(-logit))) - (row.IsBad ? 1 : 0));
                bias -= Move(error, ref biasSquare, Step / 4);
                for (var i = 0; i < clues.Length; i++)
                {
                    if (row.Clues[i] != 0) clues[i] -= Move(error * row.Clues[i], ref clueSquares[i], Step / 2);
                }
                foreach (var feature in row.Features) weights[feature] -= Move((error * part) + (Shrink * weights[feature]), ref squares[feature], Step);
            }
        }
        return (weights, clues, bias);
    }

    // Adagrad: what was moved often moves less.
    private static float Move(float gradient, ref float square, float step)
    {
        square += gradient * gradient;
        return step * gradient / MathF.Sqrt(square);
    }

    private static (sbyte[] Bytes, float Scale) Quantise(float[] weights)
    {
        // A few giants would leave the others no room.
        var sorted = weights.Select(MathF.Abs).Where(w => w > 0).Order().ToArray();
        var most = sorted.Length == 0 ? 1 : sorted[(int)((sorted.Length - 1) * 0.9995)];
        return ([.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / most * 127), -127, 127))], most / 127);
    }
}
