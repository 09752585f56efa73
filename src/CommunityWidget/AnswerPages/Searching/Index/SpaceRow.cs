using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>What is counted of a space.</summary>
public sealed record SpaceRow
{
    private static readonly Dictionary<Feature, long> Nothing = [];

    public long Space { get; init; }
    public string Language { get; init; } = "";
    public long Pages { get; init; }
    public long AskedWords { get; init; }
    public long AnsweredWords { get; init; }

    public Statistics Averages => With(Nothing);

    public Statistics With(IReadOnlyDictionary<Feature, long> pagesWith) => new(Pages, (double)AskedWords / Math.Max(1, Pages), (double)AnsweredWords / Math.Max(1, Pages), pagesWith);
}

/// <summary>On how many pages a term is.</summary>
public sealed record TermRow
{
    public long Term { get; init; }
    public long Pages { get; init; }
}
