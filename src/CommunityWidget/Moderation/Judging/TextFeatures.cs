namespace CommunityWidget.Moderation.Judging;

/// <summary>What the model looks at: words, pairs of words and pieces of words, each as a number. One pass, a few numbers a letter.</summary>
internal static class TextFeatures
{
    public const int Bits = 20, Buckets = 1 << Bits;

    private const uint ANumber = 0x2545F491u;

    private const int LongestWord = 24, Shortest = 2, Longest = 5, ShortestWord = 2;

    /// <summary>Gives each feature to a taker: the model adds its weights, training collects them.</summary>
    public static void Of<T>(in ReadText text, ref T taker) where T : struct, ITakesFeatures
    {
        Span<char> plain = stackalloc char[LongestWord + 2];
        var before = 0u;
        for (var i = 0; i < text.Count; i++)
        {
            var word = text[i];
            if (text.IsNumber(i))
            {
                // Whichever it is: what one stands beside says more.
                before = Word(ANumber, before, ref taker);
                continue;
            }
            var letters = 0;
            // Letters that stand alone are one word.
            if (word.Length == 1)
            {
                while (i + letters < text.Count && letters < LongestWord && text[i + letters].Length == 1)
                {
                    plain[letters + 1] = text[i + letters][0];
                    letters++;
                }
            }
            if (letters > 2) i += letters - 1;
            else letters = Disguise.Squeeze(word.Length > LongestWord ? word[..LongestWord] : word, plain[1..]).Length;
            plain[0] = '<';
            plain[letters + 1] = '>';
            before = Word(Pieces(plain[..(letters + 2)], ref taker), before, ref taker);
        }
    }

    // A word by itself, and beside the one before it.
    private static uint Word<T>(uint now, uint before, ref T taker) where T : struct, ITakesFeatures
    {
        taker.Take(Bucket(now * 0x9E3779B1u));
        if (before != 0) taker.Take(Bucket((before * 31) ^ (now * 0x85EBCA6Bu)));
        return now;
    }

    // Every beginning is hashed on from the one before: no piece is read twice.
    private static uint Pieces<T>(ReadOnlySpan<char> word, ref T taker) where T : struct, ITakesFeatures
    {
        var whole = 2166136261u;
        foreach (var c in word) whole = (whole ^ c) * 16777619u;
        if (word.Length < ShortestWord + 2) return whole;
        for (var start = 0; start + Shortest <= word.Length; start++)
        {
            var hash = 2166136261u;
            for (var i = 0; i < Longest && start + i < word.Length; i++)
            {
                hash = (hash ^ word[start + i]) * 16777619u;
                if (i >= Shortest - 1) taker.Take(Bucket(hash + (uint)i));
            }
        }
        return whole;
    }

    private static int Bucket(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return (int)((hash ^ (hash >> 12)) & (Buckets - 1));
    }
}

/// <summary>Takes the features of a text one by one.</summary>
internal interface ITakesFeatures
{
    void Take(int bucket);
}
