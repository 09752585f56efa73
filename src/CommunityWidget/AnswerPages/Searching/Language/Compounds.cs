using System.Buffers;

namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>Words of letters that a hyphen sets together, which people join as they like: "Wi-Fi" and "wifi", "pre-order" and "preorder".</summary>
internal static class Compounds
{
    // A longer one is a saying, and nobody writes it in one.
    private const int MostParts = 3;

    // Wide and small ones too, which are read as the first.
    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-\u2010\u2011\uFE63\uFF0D");

    /// <summary>All of them as their parts, the short ones within a long one too.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Without its region.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(string text, string language) => !text.AsSpan().ContainsAny(Hyphens) ? []
        : Runs(text).Where(run => run.Count <= MostParts).SelectMany(run => Within(run).Where(parts => IsOne(parts, language)));

    // What has a digit is none of them: a model number, or the end of one.
    private static IEnumerable<List<string>> Runs(string text)
    {
        var run = new List<string>();
        foreach (var (word, before) in Words.Cut(text))
        {
            if (before != Joint.Hyphened || word.Any(char.IsDigit))
            {
                yield return run;
                run = [];
            }
            if (!word.Any(char.IsDigit)) run.Add(word);
        }
        yield return run;
    }

    private static IEnumerable<IReadOnlyList<string>> Within(List<string> run)
    {
        for (var to = 2; to <= run.Count; to++)
            for (var from = to - 2; from >= 0; from--) yield return run[from..to];
    }

    // In French what ends in a small word is a verb and whom it asks or tells: "va-t-il", "dites-moi".
    private static bool IsOne(IReadOnlyList<string> parts, string language) =>
        !parts.All(part => Fillers.Has(part, language)) && !(language == Stems.French && Fillers.Has(parts[^1], language));
}
