namespace CommunityWidget.Moderation.Judging;

/// <summary>Hate without a slur: hatred, contempt or violence in one breath with a group of people, and nobody who denies it.</summary>
internal static class AgainstGroups
{
    private const int Reach = 6;

    private static readonly HashSet<string> Negations =
        ["not", "dont", "don", "never", "no", "nobody", "none", "doesnt", "didnt", "cant", "cannot", "isnt", "arent", "shouldnt", "stop", "against", "ne", "n", "pas", "jamais", "aucun", "aucune", "personne", "contre", "arretez", "arrete"];

    /// <summary>Looks at each group once, and at a few words around it.</summary>
    public static bool Speaks(in ReadText text, Lexicon words, ref int steps)
    {
        for (var at = words.Groups.Find(text, 0, ref steps); at >= 0; at = words.Groups.Find(text, at + 1, ref steps))
        {
            // Women's shoes are no women.
            if (at + 1 < text.Count && text[at + 1] is "s") continue;
            var (from, to) = (Math.Max(0, at - Reach), Math.Min(text.Count, at + Reach + 2));
            var against = words.Against.Find(text, from, to, ref steps, out var length);
            // "Not human" denies nothing.
            if (against >= 0 && !IsDenied(text, from, against) && !IsDenied(text, against + length, to)) return true;
        }
        return false;
    }

    private static bool IsDenied(in ReadText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i].Length <= 9 && Negations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[i])) return true;
        }
        return false;
    }
}
