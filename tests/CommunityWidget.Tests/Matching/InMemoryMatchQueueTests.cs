using CommunityWidget.Matching;
using CommunityWidget.Tests.Suites;

namespace CommunityWidget.Tests.Matching;

public sealed class InMemoryMatchQueueTests : MatchQueueSpecification
{
    protected override IMatchQueue NewQueue() => new InMemoryMatchQueue(Clock);
}
