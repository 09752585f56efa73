using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Ranking;

/// <summary>What is known about the pages one looks among.</summary>
/// <param name="Pages">How many there are.</param>
/// <param name="AskedWords">How many words title and question have on average.</param>
/// <param name="AnsweredWords">How many the answers have.</param>
/// <param name="PagesWith">On how many a word or a pair is.</param>
public sealed record Statistics(long Pages, double AskedWords, double AnsweredWords, IReadOnlyDictionary<Feature, long> PagesWith)
{
    // A word that half of three pages have says more than one that half of a thousand have.
    private const long FewestPages = 100;

    /// <summary>How much a word tells: the rarer, the more. Fillers and letters tell the same everywhere, so that nothing has to be counted for them.</summary>
    public double Weight(Feature feature)
    {
        var (pages, with) = (Math.Max(Pages, FewestPages), PagesWith.GetValueOrDefault(feature));
        return Math.Log(1 + (pages - with + 0.5) / (with + 0.5));
    }
}
