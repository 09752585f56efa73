using System.IO.Compression;
using System.Reflection;

namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// The learned judge of insults and hate: a logistic regression over hashed words and pieces of words, one byte a weight. Read at the first
/// text. How it is made again stands in <c>tests/CommunityWidget.Judges</c>.
/// </summary>
internal sealed class TextModel(sbyte[] weights, float scale, float[] clues, float bias, TextModel.Bounds english, TextModel.Bounds french)
{
    private const int Version = 2;

    private static readonly Lazy<TextModel> One = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("judging/model") ?? throw new InvalidOperationException("The program was built without its model.");
        return Read(stream);
    });

    public static TextModel Shipped => One.Value;

    public float Threshold(string language) => Of(language).Beside;

    /// <summary>Where no list and no rule finds anything, the model needs to be surer to be heard alone: strong words about things are no insults.</summary>
    public float Alone(string language, int words) => Of(language).AloneIn(words);

    /// <summary>How sure it is that the text insults somebody, 0 to 1.</summary>
    public float Of(in ReadText text, in Clues seen)
    {
        var sum = new Sum(weights);
        TextFeatures.Of(text, ref sum);
        Span<float> told = stackalloc float[Clues.Count];
        seen.Fill(told);
        var logit = bias + (sum.Count == 0 ? 0 : scale * sum.Total * Part(sum.Count));
        for (var i = 0; i < told.Length; i++) logit += told[i] * clues[i];
        // Never quite sure: a site that says 100 % wants to hear nothing of it.
        return MathF.Min(0.999f, 1 / (1 + MathF.Exp(-logit)));
    }

    /// <summary>What one feature of so many counts. A word alone says less than a sentence.</summary>
    public static float Part(int features) => 1 / MathF.Sqrt(features + 10);

    public static TextModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        if (reader.ReadInt32() != Version) throw new InvalidOperationException("The model was made for another version of the program.");
        var (scale, bias) = (reader.ReadSingle(), reader.ReadSingle());
        var (english, french) = (new Bounds(reader.ReadSingle(), reader.ReadSingle()), new Bounds(reader.ReadSingle(), reader.ReadSingle()));
        var clues = new float[Clues.Count];
        for (var i = 0; i < clues.Length; i++) clues[i] = reader.ReadSingle();
        var bytes = reader.ReadBytes(TextFeatures.Buckets);
        return new((sbyte[])(Array)bytes, scale, clues, bias, english, french);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Version);
        foreach (var number in new[] { scale, bias, english.Beside, english.Alone, french.Beside, french.Alone }) writer.Write(number);
        foreach (var clue in clues) writer.Write(clue);
        writer.Write((byte[])(Array)weights);
    }

    private Bounds Of(string language) => language == Tongue.French ? french : english;

    /// <summary>From where on a text of one language is held.</summary>
    /// <param name="Beside">Where a list or a rule found something too.</param>
    /// <param name="Alone">Where none did.</param>
    public sealed record Bounds(float Beside, float Alone)
    {
        private const int Enough = 15;

        private const float Margin = 1.5f;

        /// <summary>The fewer words, the surer it must be: a few ordinary ones that quarrels are full of too say little.</summary>
        public float AloneIn(int words)
        {
            if (words >= Enough) return Alone;
            var odds = MathF.Log(Alone / (1 - Alone)) + (Margin * (Enough - words) / Enough);
            return 1 / (1 + MathF.Exp(-odds));
        }
    }

    private struct Sum(sbyte[] weights) : ITakesFeatures
    {
        public int Total { get; private set; }

        public int Count { get; private set; }

        public void Take(int bucket)
        {
            Total += weights[bucket];
            Count++;
        }
    }
}
