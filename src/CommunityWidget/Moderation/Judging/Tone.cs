namespace CommunityWidget.Moderation.Judging;

/// <summary>How a text speaks of people. No word of it is a reason to hold anything: only the model hears it, and weighs it with all the others.</summary>
internal readonly record struct Tone(int Scorn, int Harm, bool Slang, bool Masked, bool OfSomebody)
{
    /// <summary>How many numbers <see cref="Fill"/> gives.</summary>
    public const int Count = 9;

    private const int Most = 4, LongestMasked = 13;

    private static readonly HashSet<string> People =
    [
        "he", "she", "they", "him", "her", "them", "his", "their", "you", "your", "u", "ur", "hes", "shes", "people", "who", "man", "woman", "men", "women",
        "il", "elle", "ils", "elles", "lui", "leur", "tu", "vous", "ces", "gens", "eux", "toi", "ton", "ta",
    ];

    public static Tone Of(in ReadText text, Lexicon words, ref int steps)
    {
        var (masked, ofSomebody) = (false, false);
        for (var i = 0; i < text.Count; i++)
        {
            steps++;
            ofSomebody |= text[i].Length <= 6 && People.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[i]);
            masked |= IsMasked(text[i]);
        }
        return new(Times(words.Scorn, text, ref steps), Times(words.Harm, text, ref steps), words.Slang.Find(text, 0, ref steps) >= 0, masked, ofSomebody);
    }

    public void Fill(Span<float> into)
    {
        into[0] = Scorn > 0 ? 1 : 0;
        into[1] = Scorn / (float)Most;
        into[2] = Scorn > 0 && OfSomebody ? 1 : 0;
        into[3] = Harm > 0 ? 1 : 0;
        into[4] = Harm / (float)Most;
        into[5] = Harm > 0 && OfSomebody ? 1 : 0;
        into[6] = Slang ? 1 : 0;
        into[7] = Masked ? 1 : 0;
        into[8] = OfSomebody ? 1 : 0;
    }

    private static int Times(WordList list, in ReadText text, ref int steps)
    {
        var times = 0;
        for (var at = list.Find(text, 0, ref steps); at >= 0 && times < Most; at = list.Find(text, at + 1, ref steps)) times++;
        return times;
    }

    // A word with stars for some of its letters, as people write what they must not.
    private static bool IsMasked(ReadOnlySpan<char> word) => word.Length is > 1 and <= LongestMasked && char.IsLetter(word[0]) && word.IndexOfAny('*', '#') > 0;
}
