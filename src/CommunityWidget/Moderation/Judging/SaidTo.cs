namespace CommunityWidget.Moderation.Judging;

/// <summary>Words that insult only when they are said to or of people: "you are an idiot", and not "idiot-proof".</summary>
internal static class SaidTo
{
    private const int Reach = 5, Longest = 12;

    private static readonly HashSet<string> You = ["you", "u", "ya", "youre", "tu", "t", "vous", "ur"];

    private static readonly HashSet<string> Are = ["are", "r", "re", "youre", "ur", "es", "etes", "est"];

    // What may stand between, and changes nothing.
    private static readonly HashSet<string> Between =
    [
        "a", "an", "the", "such", "so", "just", "really", "all", "guys", "people", "bunch", "of", "some", "complete", "total", "absolute", "fucking", "damn", "bloody", "little", "big",
        "nothing", "but", "only", "very", "as", "like", "lot", "bande", "de", "d", "des", "un", "une", "vraiment", "tous", "que", "qu", "qu'un", "espece", "gros", "grosse", "sale", "sales", "petit", "petite",
        "pauvre", "vrai", "vraie", "vrais", "trop", "bien", "juste", "le", "la", "les", "gens", "stupid", "dumb", "old", "useless", "putain", "completement",
    ];

    private static readonly HashSet<string> Calls = ["espece", "bande", "tas", "sale", "sales", "pauvre", "pauvres", "gros", "grosse", "vieux", "vieille", "bunch"];

    // Who has one speaks of it: "un gros chien", and not "gros chien !".
    private static readonly HashSet<string> Animals = ["chien", "chiens", "chienne", "rat", "rats", "porc", "porcs", "cochon", "cochons", "truie", "singe", "cafard", "cafards", "animal", "animaux"];

    private static readonly HashSet<string> Articles = ["un", "une", "des", "le", "la", "les", "l", "ce", "cet", "cette", "ces", "du", "au", "aux", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "deux", "trois"];

    private static readonly HashSet<string> Before = ["fuck", "hey", "oh", "no", "yes", "shut", "up", "listen", "hello", "hi", "damn", "because", "hate", "thank", "thanks", "ok"];

    // With whom one says so.
    private static readonly HashSet<string> Away = ["degage", "degagez", "ferme", "fermez", "rentre", "rentrez", "retourne", "retournez", "casse", "cassez", "barre", "tire", "tirez"];

    private static readonly HashSet<string> What = ["quel", "quels", "quelle", "quelles"];

    /// <summary>True when the word at <paramref name="at"/> is said to somebody.</summary>
    public static bool Somebody(in ReadText text, int at, ref int steps)
    {
        if (IsSale(text[at]) && IsShouted(text, at, ref steps)) return true;
        var i = at - 1;
        while (i >= 0 && at - i <= Reach && Is(Between, text[i]))
        {
            steps++;
            // "espèce d'idiot", "bande de…": a call needs no verb.
            if (Is(Calls, text[i]) && !IsOfAnimal(text, i, at)) return true;
            i--;
        }
        if (i < 0) return false;
        steps++;
        if (Is(Are, text[i])) return Is(You, text[i]) ? IsYouAre(text[i]) : i > 0 && Is(You, text[i - 1]) && !IsNegated(text, i);
        return Is(You, text[i]) && text[i] is not "t" and not "ur" && (i == 0 || Is(Before, text[i - 1]));
    }

    // "Sale chinois !", "dégage sale chinois": a call by itself, where "Flash sale! Chinois", "un sale chinois" and "En sale : chinois" are strainers.
    private static bool IsShouted(in ReadText text, int at, ref int steps)
    {
        var last = at + 1;
        if (last >= text.Count || text.Before(last) != Stops.None) return false;
        var after = text.After(last);
        var isLast = last == text.Count - 1;
        var isMuck = last + 2 < text.Count && text[last + 1] is "de" && text[last + 2] is "merde";
        if (text.Before(at) >= Stops.Asked && (isLast ? after != Stops.Asked : after == Stops.Shout || isMuck || IsAway(text, last + 1, text.Count) || IsDemand(text, last + 1))) return true;
        // "Quel sale chinois !", and not "quel sale chinois ?".
        if (at > 0 && Is(What, text[at - 1]) && text.Before(at) == Stops.None && (isMuck || (isLast && after != Stops.Asked) || after >= Stops.Sentence)) return true;
        if (at == 0 || (Is(Articles, text[at - 1]) && text[at - 1] is not "la")) return false;
        for (var i = at - 1; i >= 0 && at - i <= Reach && text.Before(i + 1) <= Stops.Pause; i--)
        {
            steps++;
            if (IsAway(text, i, at)) return true;
        }
        return false;
    }

    // "dégage", "va-t'en", "allez-vous-en"
    private static bool IsAway(in ReadText text, int i, int until) =>
        Is(Away, text[i]) || (i + 2 < until && text[i + 2] is "en" && ((text[i] is "va" && text[i + 1] is "t") || (text[i] is "allez" && text[i + 1] is "vous")));

    // "rends-moi mon argent"
    private static bool IsDemand(in ReadText text, int i) => i + 1 < text.Count && text[i] is "rends" or "rendez" && text[i + 1] is "moi" or "nous";

    // "s@le", "saaale".
    private static bool IsSale(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Longest];
        return word.Length <= Longest && Disguise.SqueezeAll(word, plain) is "sale" or "sales";
    }

    private static bool IsYouAre(ReadOnlySpan<char> word) => word is "youre" or "ur";

    private static bool IsNegated(in ReadText text, int are) =>
        (are + 1 < text.Count && text[are + 1] is "not" or "pas") || (are > 1 && text[are - 2] is "if" or "when" or "unless" or "si");

    private static bool IsOfAnimal(in ReadText text, int call, int at) => call > 0 && Is(Animals, text[at]) && Is(Articles, text[call - 1]);

    private static bool Is(HashSet<string> set, ReadOnlySpan<char> word) => word.Length <= 12 && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
