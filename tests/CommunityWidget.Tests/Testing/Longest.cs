using CommunityWidget.Tests.AnswerPages.Machines;
using CommunityWidget.Tests.Conversations;
using CommunityWidget.Tests.Doors;
using CommunityWidget.Tests.Matching;
using CommunityWidget.Tests.Matching.RandomHistories;
using CommunityWidget.Tests.Testing;

[assembly: TestCollectionOrderer(LongestFirst.Name, "CommunityWidget.Tests")]
[assembly: Longest(nameof(RandomHistoryTests), nameof(LockedThreadTests), nameof(StrangeTextTests), nameof(TwoNodes), nameof(VanishedRedisTests), nameof(SharedMatchQueueTests), nameof(ForbiddenRedisTests))]
