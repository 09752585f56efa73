using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Judges.Training;

/// <summary>
/// A logistic regression over hashed features, by a gradient whose steps shrink, in an order that a seed gives. Each feature is scaled by what
/// naive Bayes would say of it, so that rare ones that tell much are heard early; the last half of the rounds is averaged.
/// </summary>
internal sealed class Regression(TrainingRow[] rows)
{
    private const int Rounds = 12, Seed = 20_261_126, Fewest = 2;
    private const float Step = 0.3f, Shrink = 1e-5f, First = 1e-3f, LeastScale = 0.1f, HalfOdds = 0.5f;

    private readonly TrainingRow[] _rows = rows;
    private readonly float[] _weights = new float[TextFeatures.Buckets], _squares = Filled(TextFeatures.Buckets), _scales = Scales(rows);
    private readonly float[] _clues = new float[Clues.Count], _clueSquares = Filled(Clues.Count);
    private float _bias, _biasSquare = First;

    public (float[] Weights, float[] Clues, float Bias) Fit()
    {
        var (weights, clues, bias, taken) = (new float[_weights.Length], new float[_clues.Length], 0f, 0);
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(_rows);
            foreach (var row in _rows) Learn(row);
            if (round < Rounds / 2) continue;
            taken++;
            for (var i = 0; i < weights.Length; i++) weights[i] += _weights[i];
            for (var i = 0; i < clues.Length; i++) clues[i] += _clues[i];
            bias += _bias;
        }
        for (var i = 0; i < weights.Length; i++) weights[i] *= _scales[i] / taken;
        for (var i = 0; i < clues.Length; i++) clues[i] /= taken;
        return (weights, clues, bias / taken);
    }

    private void Learn(TrainingRow row)
    {
        var part = TextModel.Part(row.Features.Length);
        var sum = 0f;
        foreach (var feature in row.Features) sum += _weights[feature] * _scales[feature];
        var logit = _bias + (part * sum);
        for (var i = 0; i < _clues.Length; i++) logit += _clues[i] * row.Clues[i];
        var error = row.Weight * ((1 / (1 + MathF.Exp(-logit))) - (row.IsBad ? 1 : 0));
        _bias -= Move(error, ref _biasSquare, Step / 4);
        for (var i = 0; i < _clues.Length; i++)
        {
            if (row.Clues[i] != 0) _clues[i] -= Move(error * row.Clues[i], ref _clueSquares[i], Step / 2);
        }
        foreach (var feature in row.Features)
        {
            if (_scales[feature] != 0) _weights[feature] -= Move((error * part * _scales[feature]) + (Shrink * _weights[feature]), ref _squares[feature], Step);
        }
    }

    // Adagrad: what was moved often moves less.
    private static float Move(float gradient, ref float square, float step)
    {
        square += gradient * gradient;
        return step * gradient / MathF.Sqrt(square);
    }

    // What was seen once is learned by heart, and left out.
    private static float[] Scales(TrainingRow[] rows)
    {
        var (seen, bad, good) = (new int[TextFeatures.Buckets], new float[TextFeatures.Buckets], new float[TextFeatures.Buckets]);
        foreach (var row in rows)
        {
            foreach (var feature in row.Features)
            {
                seen[feature]++;
                (row.IsBad ? bad : good)[feature] += row.Weight;
            }
        }
        var (allBad, allGood) = (bad.Sum(w => (double)w), good.Sum(w => (double)w));
        return [.. seen.Select((times, i) => times < Fewest ? 0 : MathF.Max(LeastScale, HalfOdds * (float)Math.Abs(Math.Log((bad[i] + 1) / (allBad + 1) / ((good[i] + 1) / (allGood + 1))))))];
    }

    private static float[] Filled(int length)
    {
        var all = new float[length];
        Array.Fill(all, First);
        return all;
    }
}
