using System.IO.Compression;
using System.Reflection;

namespace CommunityWidget.Moderation.Judging;

/// <summary>
/// The learned judge of insults and hate: logistic regressions over hashed words and pieces of words, one byte a weight. One says how much a text
/// sounds like an insult, another how much like what shops are asked: where hardly anything does, less is enough to have it looked at. Read at the
/// first text. How it is made again stands in <c>tests/CommunityWidget.Judges</c>.
/// </summary>
internal sealed class TextModel(TextModel.Side insult, TextModel.Side shop, float[] clues, TextModel.Bounds english, TextModel.Bounds french)
{
    private const int Version = 4;

    private static readonly Lazy<TextModel> One = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("judging/model") ?? throw new InvalidOperationException("The program was built without its model.");
        return Read(stream);
    });

    public static TextModel Shipped => One.Value;

    /// <summary>From where on a text of a language is held in which a list or a rule found something.</summary>
    public float Threshold(string language) => BoundsOf(language).Beside;

    /// <summary>From where on this text is held.</summary>
    public float Threshold(string language, in Clues seen, int words, float shopTalk) => BoundsOf(language).Of(seen.IsClue, seen.OfGroup, words, shopTalk);

    public Bounds BoundsOf(string language) => language == Tongue.French ? french : english;

    /// <summary>How sure it is that the text insults somebody, 0 to 1; and how much it sounds like a shop, as odds.</summary>
    public (float Insult, float ShopTalk) Of(in ReadText text, in Clues seen)
    {
        var sum = new Sum(insult.Weights, shop.Weights);
        TextFeatures.Of(text, ref sum);
        Span<float> told = stackalloc float[Clues.Count];
        seen.Fill(told);
        var part = sum.Count == 0 ? 0 : Part(sum.Count);
        var logit = insult.Bias + (insult.Scale * sum.Insult * part);
        for (var i = 0; i < told.Length; i++) logit += told[i] * clues[i];
        // Never quite sure: a site that says 100 % wants to hear nothing of it.
        return (MathF.Min(0.999f, 1 / (1 + MathF.Exp(-logit))), shop.Bias + (shop.Scale * sum.Shop * part));
    }

    /// <summary>What one feature of so many counts. A word alone says less than a sentence.</summary>
    public static float Part(int features) => 1 / MathF.Sqrt(features + 10);

    public static TextModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        if (reader.ReadInt32() != Version) throw new InvalidOperationException("The model was made for another version of the program.");
        var (english, french) = (Bounds.Read(reader), Bounds.Read(reader));
        var clues = new float[Clues.Count];
        for (var i = 0; i < clues.Length; i++) clues[i] = reader.ReadSingle();
        return new(Side.Read(reader), Side.Read(reader), clues, english, french);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Version);
        english.Write(writer);
        french.Write(writer);
        foreach (var clue in clues) writer.Write(clue);
        insult.Write(writer);
        shop.Write(writer);
    }


    /// <summary>One regression: a byte a feature.</summary>
    public sealed record Side(sbyte[] Weights, float Scale, float Bias)
    {
        public static Side Read(BinaryReader reader)
        {
            var (scale, bias) = (reader.ReadSingle(), reader.ReadSingle());
            return new((sbyte[])(Array)reader.ReadBytes(TextFeatures.Buckets), scale, bias);
        }

        public void Write(BinaryWriter writer)
        {
            writer.Write(Scale);
            writer.Write(Bias);
            writer.Write((byte[])(Array)Weights);
        }
    }

    /// <summary>From where on a text of one language is held.</summary>
    /// <param name="Beside">Where a list or a rule found something too.</param>
    /// <param name="Alone">Where none did.</param>
    /// <param name="Start">From these odds down a text sounds less and less like a shop's, and less is enough to have it held.</param>
    /// <param name="SlopeBeside">How much less, as odds, beside a list or a rule.</param>
    /// <param name="SlopeAlone">Where none found anything.</param>
    /// <param name="SlopeOfGroup">Where a group of people is spoken of.</param>
    public sealed record Bounds(float Beside, float Alone, float Start = 0, float SlopeBeside = 0, float SlopeAlone = 0, float SlopeOfGroup = 0)
    {
        private const int Enough = 15, FewestWords = 3;

        private const float Margin = 1.5f, Least = 0.04f;

        public float Of(bool isClue, bool ofGroup, int words, float shopTalk)
        {
            var held = isClue ? Beside : AloneIn(words);
            var slope = ofGroup ? SlopeOfGroup : isClue ? SlopeBeside : SlopeAlone;
            if (words < FewestWords || slope == 0 || shopTalk >= Start) return held;
            var odds = MathF.Log(held / (1 - held)) + (slope * (shopTalk - Start));
            return MathF.Max(Least, 1 / (1 + MathF.Exp(-odds)));
        }

        public static Bounds Read(BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

        public void Write(BinaryWriter writer)
        {
            foreach (var number in new[] { Beside, Alone, Start, SlopeBeside, SlopeAlone, SlopeOfGroup }) writer.Write(number);
        }

        // The fewer words, the surer it must be: a few ordinary ones that quarrels are full of too say little.
        private float AloneIn(int words)
        {
            if (words >= Enough) return Alone;
            var odds = MathF.Log(Alone / (1 - Alone)) + (Margin * (Enough - words) / Enough);
            return 1 / (1 + MathF.Exp(-odds));
        }
    }

    private struct Sum(sbyte[] insult, sbyte[] shop) : ITakesFeatures
    {
        public int Insult { get; private set; }

        public int Shop { get; private set; }

        public int Count { get; private set; }

        public void Take(int bucket)
        {
            Insult += insult[bucket];
            Shop += shop[bucket];
            Count++;
        }
    }
}
