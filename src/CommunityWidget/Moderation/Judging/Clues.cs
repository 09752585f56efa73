namespace CommunityWidget.Moderation.Judging;

/// <summary>What the lists and rules say of a text; the model hears it too, beside the words themselves.</summary>
internal readonly record struct Clues(bool Hate, bool Insult, bool Directed, bool AgainstGroup, int Profane, bool ToYou, bool OfGroup, Tone Tone)
{
    /// <summary>How many numbers <see cref="Fill"/> gives.</summary>
    public const int Count = Own + Tone.Count;

    private const int Own = 8;

    private static readonly HashSet<string> You = ["you", "u", "your", "youre", "ur", "tu", "toi", "te", "ton", "ta", "vous", "vos", "votre"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> YouLookup = You.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that nobody needs to look at twice.</summary>
    public bool IsSure => Hate || Insult || Directed;

    /// <summary>Anything at all.</summary>
    public bool IsClue => IsSure || AgainstGroup || Profane > 0;

    /// <param name="text">What was written.</param>
    /// <param name="language">Which it is in.</param>
    /// <param name="steps">Grows with every look at a piece of the text.</param>
    public static Clues Of(in ReadText text, string language, ref int steps)
    {
        var (words, beside) = (Lexicon.Of(language), Lexicon.Beside(language));
        var profane = 0;
        for (var at = words.Profane.Find(text, 0, ref steps); at >= 0 && profane < 4; at = words.Profane.Find(text, at + 1, ref steps)) profane++;
        var directed = false;
        for (var at = words.Directed.Find(text, 0, ref steps); at >= 0 && !directed; at = words.Directed.Find(text, at + 1, ref steps))
            directed = SaidTo.Somebody(text, at, ref steps);
        return new(
            words.Hate.Find(text, 0, ref steps) >= 0 || beside.HateAnywhere.Find(text, 0, ref steps) >= 0,
            words.Insults.Find(text, 0, ref steps) >= 0 || beside.InsultsAnywhere.Find(text, 0, ref steps) >= 0,
            directed,
            AgainstGroups.Speaks(text, words, ref steps),
            profane,
            SpeaksToYou(text),
            words.Groups.Find(text, 0, ref steps) >= 0,
            Tone.Of(text, words, ref steps));
    }

    public void Fill(Span<float> into)
    {
        into[0] = Hate ? 1 : 0;
        into[1] = Insult ? 1 : 0;
        into[2] = Directed ? 1 : 0;
        into[3] = AgainstGroup ? 1 : 0;
        into[4] = Profane > 0 ? 1 : 0;
        into[5] = Math.Min(Profane, 4) / 4f;
        into[6] = ToYou && Profane > 0 ? 1 : 0;
        into[7] = OfGroup ? 1 : 0;
        Tone.Fill(into[Own..]);
    }

    private static bool SpeaksToYou(in ReadText text)
    {
        for (var i = 0; i < text.Count && i < 200; i++)
        {
            if (text[i].Length <= 5 && YouLookup.Contains(text[i])) return true;
        }
        return false;
    }
}
