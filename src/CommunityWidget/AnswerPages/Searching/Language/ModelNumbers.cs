namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>
/// Letters and digits of one name, which people set as they like: "iPhone15", "iPhone 15", "iPhone-15 Pro". Every name in a text is told joined, with what it is
/// joined of, so that one that was written joined and one that was written apart are the same.
/// </summary>
internal static class ModelNumbers
{
    // A longer one is the number of a parcel, and nobody writes it in another way.
    private const int MostParts = 4;

    /// <summary>All names, the short ones within a long one too.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Without its region.</param>
    public static IEnumerable<ModelNumber> Of(string text, string language)
    {
        if (!text.Any(char.IsDigit)) yield break;
        var name = new List<Piece>();
        foreach (var piece in Words.Cut(text).SelectMany(one => Pieces(one.Word, one.Before, language)))
        {
            if (name.Count > 0 && !GoesOn(name[^1], piece)) name.Clear();
            if (name.Count == MostParts) name.RemoveAt(0);
            name.Add(piece);
            for (var from = name.Count - 2; from >= 0; from--)
                yield return new([.. name[from..].Select(one => one.Stem)], name[from..].Exists(one => one.IsFiller), IsAmount: name[from].IsNumber);
        }
    }

    /// <summary>A word with digits, its letters without their endings: "airpods2" is the second AirPod.</summary>
    public static string Stem(string word, string language) => string.Concat(Split(word).Select(part => Stems.Of(part, language)));

    private static bool GoesOn(Piece last, Piece next) => last.IsNumber != next.IsNumber && next.Before switch
    {
        Joint.None or Joint.Hyphened or Joint.Marked => true,
        Joint.Spaced => last.MayBePart && next.MayBePart,
        _ => false,
    };

    private static IEnumerable<Piece> Pieces(string word, Joint before, string language)
    {
        var parts = Split(word);
        if (parts.Count > MostParts) return [new(word, Joint.Apart, IsNumber: false, IsFiller: true, MayBePart: false)];
        return parts.Select((part, at) =>
        {
            var isFiller = parts.Count == 1 && Fillers.Has(part, language);
            // "Galaxy S 24" is a name, "à 10 euros" is none.
            return new Piece(Stems.Of(part, language), at == 0 ? before : Joint.None, char.IsDigit(part[0]), isFiller, MayBePart: !isFiller || (part.Length == 1 && part != "a"));
        });
    }

    private static List<string> Split(string word)
    {
        var (parts, from) = (new List<string>(), 0);
        for (var at = 1; at <= word.Length; at++)
        {
            if (at < word.Length && char.IsDigit(word[at]) == char.IsDigit(word[at - 1])) continue;
            parts.Add(word[from..at]);
            from = at;
        }
        return parts;
    }

    private sealed record Piece(string Stem, Joint Before, bool IsNumber, bool IsFiller, bool MayBePart);
}

/// <summary>A name of letters and digits.</summary>
/// <param name="Parts">In order.</param>
/// <param name="HasFiller">One of them is a word that nothing is looked for by.</param>
/// <param name="IsAmount">It begins with digits: "128 GB", but "5 days" as well.</param>
internal sealed record ModelNumber(IReadOnlyList<string> Parts, bool HasFiller, bool IsAmount);
