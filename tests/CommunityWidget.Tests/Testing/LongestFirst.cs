using CommunityWidget.Tests.AnswerPages.Machines;
using CommunityWidget.Tests.Conversations;
using CommunityWidget.Tests.Doors;
using CommunityWidget.Tests.Matching;
using CommunityWidget.Tests.Matching.RandomHistories;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CommunityWidget.Tests.Testing.LongestFirst", "CommunityWidget.Tests")]

namespace CommunityWidget.Tests.Testing;

/// <summary>What takes longest begins first, so that nothing is waited for by itself in the end. All others keep the order they have.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(RandomHistoryTests), nameof(LockedThreadTests), nameof(StrangeTextTests), nameof(TwoNodes), nameof(VanishedRedisTests), nameof(SharedMatchQueueTests), nameof(ForbiddenRedisTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        var at = Array.FindIndex(Longest, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return at < 0 ? Longest.Length : at;
    }
}
