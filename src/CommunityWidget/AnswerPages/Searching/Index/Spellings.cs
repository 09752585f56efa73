using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>
/// What a word may have been meant to be: two words are near when leaving out one letter of one or of both makes them the same. So a letter too many, one too
/// few, a wrong one and two that changed places are each found by looking numbers up, however many words there are.
/// </summary>
public static class Spellings
{
    private const int Shortest = 4, Longest = 24;

    /// <summary>The numbers under which a stem is found, and by which it is looked for.</summary>
    public static IReadOnlyList<long> Of(Space space, string stem)
    {
        // A model number that is nearly another one is another one.
        if (stem.Length is < Shortest or > Longest || stem.Any(char.IsDigit)) return [];
        return [.. Enumerable.Range(0, stem.Length).Select(at => stem.Remove(at, 1)).Append(stem).Distinct().Select(one => (long)Feature.Number(one) ^ space.Number)];
    }
}
