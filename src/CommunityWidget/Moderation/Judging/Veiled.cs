namespace CommunityWidget.Moderation.Judging;

/// <summary>Insults that are written so that they say something else too, or nothing: with a sign for a letter, or by their first letters alone. Beside the lists, which the model hears too.</summary>
internal readonly record struct Veiled(bool Hate, bool Insult)
{
    // "Frais de port" and a unit of weight elsewhere.
    private const string Son = "fdp", Shut = "tg";

    private const int Reach = 5, LongestWord = 12;

    private static readonly HashSet<string> Beside = ["toi", "putain", "connard", "connasse", "pauvre", Son];

    // What calls somebody so without a verb. "De gros fdp" are dear to send.
    private static readonly HashSet<string> Calls = ["espece", "bande", "sale", "sales", "pauvre", "pauvres", "vieux", "vieille"];

    private static readonly HashSet<string> Articles = ["un", "une", "des", "de", "d"], Between = [.. Articles, "que", "qu", "vrai", "vrais", "vraiment", "juste", "bien", "gros", "petit", "putain", "tous"];

    /// <param name="text">As it was typed.</param>
    /// <param name="words">The same as it is read.</param>
    /// <param name="language">Which it is in.</param>
    /// <param name="isFrench">French may be meant: the text is, or the site speaks it.</param>
    /// <param name="own">What the site allows.</param>
    /// <param name="steps">Grows with every look at a piece of the text.</param>
    public static Veiled Of(string text, in ReadText words, string language, bool isFrench, SiteJudge own, ref int steps)
    {
        var (lexicon, beside) = (Lexicon.Of(language), Lexicon.Beside(language));
        var isShort = isFrench && (IsSon(text, words, ref steps) || IsShut(text, words, ref steps));
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

    // All that is said, or said to somebody: "fdp", "t'es qu'un fdp". Who asks "fdp ?" asks what it costs to send, and "t'es fdp inclus" too.
    private static bool IsSon(string text, in ReadText words, ref int steps)
    {
        for (var i = 0; i < words.Count; i++)
        {
            steps++;
            if (!words[i].SequenceEqual(Son)) continue;
            if (words.Count == 1) return !text.Contains("FDP", StringComparison.Ordinal) && !text.Contains('?', StringComparison.Ordinal);
            var (at, isOne) = (i - 1, false);
            for (; at >= 0 && i - at <= Reach && Is(Between, words[at]); at--, steps++) isOne |= Is(Articles, words[at]);
            if (at < 0 || i - at > Reach) continue;
            if (Is(Calls, words[at])) return true;
            var isSaid = at > 0 && words[at] is "es" or "est" or "etes" && words[at - 1] is "tu" or "t" or "vous" && words[at + 1] is not "pas";
            if (isSaid && (isOne || (i == words.Count - 1 && !text.Contains('?', StringComparison.Ordinal)))) return true;
        }
        return false;
    }

    // "tg", "tg toi", "Tg toi": not in capitals, at the beginning of a sentence, and nothing but a space between.
    private static bool IsShut(string text, in ReadText words, ref int steps)
    {
        for (var at = text.IndexOf(Shut, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Shut, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            steps++;
            var end = at + Shut.Length;
            if (text.AsSpan(at, 2) is "TG" || (at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            if (words.Count == 1) return !text.Contains('?', StringComparison.Ordinal);
            var (start, stop) = (at - 1, end + 1);
            while (start > 0 && at - start < LongestWord && char.IsLetter(text[start - 1])) start--;
            while (stop < text.Length && stop - end < LongestWord && char.IsLetter(text[stop])) stop++;
            if (Begins(text, at) && end < text.Length && text[end] == ' ' && Is(Beside, text.AsSpan(end + 1, stop - end - 1))) return true;
            if (at > 1 && text[at - 1] == ' ' && Begins(text, start) && Is(Beside, text[start..(at - 1)].ToLowerInvariant())) return true;
        }
        return false;
    }

    private static bool Begins(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at == 0 || text[at - 1] is '.' or '!' or '?' or '\n';
    }

    private static bool Is(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
