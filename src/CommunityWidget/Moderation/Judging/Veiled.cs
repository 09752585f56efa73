namespace CommunityWidget.Moderation.Judging;

/// <summary>Insults that are written so that they say something else too, or nothing: with a sign for a letter, or by their first letters alone. Beside the lists, which the model hears too.</summary>
internal readonly record struct Veiled(bool Hate, bool Insult)
{
    // "Frais de port" and a unit of weight elsewhere.
    private const string Son = "fdp", Shut = "tg";

    private static readonly HashSet<string> Beside = ["toi", "vous", "oh", "ho", "va", "vas", "mais", "alors", "stp", "putain", "connard", "connasse", "pauvre", "sale", "gros", Son];

    /// <param name="text">As it was typed.</param>
    /// <param name="words">The same as it is read.</param>
    /// <param name="language">Which it is in.</param>
    /// <param name="own">What the site allows.</param>
    /// <param name="steps">Grows with every look at a piece of the text.</param>
    public static Veiled Of(string text, in ReadText words, string language, SiteJudge own, ref int steps)
    {
        var (lexicon, beside) = (Lexicon.Of(language), Lexicon.Beside(language));
        var isShort = IsShort(text, words, ref steps);
        if (!SignedWords.MayStandIn(text)) return new(false, isShort);
        var (here, there) = (lexicon.Signed.Plain(text, ref steps), beside.SignedAnywhere.Plain(text, ref steps));
        return new(Finds(here, lexicon.Hate, lexicon, own, ref steps) || Finds(there, beside.HateAnywhere, lexicon, own, ref steps),
            isShort || Finds(here, lexicon.Insults, lexicon, own, ref steps) || Finds(there, beside.InsultsAnywhere, lexicon, own, ref steps));
    }

    private static bool Finds(string? plain, WordList list, Lexicon lexicon, SiteJudge own, ref int steps)
    {
        if (plain is null) return false;
        var words = new ReadText(plain);
        if (!own.Allowed.IsEmpty) words.Leave(own.Allowed, ref steps);
        words.Leave(lexicon.Harmless, ref steps);
        using var read = words;
        steps += words.Steps;
        return list.Find(words, 0, ref steps) >= 0;
    }

    // All that is said, or said to somebody: "fdp", "tg toi", "t'es qu'un fdp". Who asks "fdp ?" asks what it costs to send.
    private static bool IsShort(string text, in ReadText words, ref int steps)
    {
        for (var i = 0; i < words.Count; i++)
        {
            steps++;
            var isSon = words[i].SequenceEqual(Son);
            if (!isSon && !words[i].SequenceEqual(Shut)) continue;
            if (words.Count == 1) return !text.Contains('?', StringComparison.Ordinal);
            if (isSon ? SaidTo.Somebody(words, i, ref steps) : (i > 0 && Is(words[i - 1])) || (i + 1 < words.Count && Is(words[i + 1]))) return true;
        }
        return false;
    }

    private static bool Is(ReadOnlySpan<char> word) => Beside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
