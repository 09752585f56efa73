using CommunityWidget.Hubs;
using CommunityWidget.Tests.Hubs.FanOut;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.SignalR;
using NSubstitute;

namespace CommunityWidget.Tests.Hubs;

/// <summary>A node that leaves tells its sockets to come back elsewhere.</summary>
public sealed class MoveSocketsTests
{
    [Fact]
    public async Task Whoever_was_let_in_just_before_it_began_is_told_too()
    {
        var (clock, manager) = (new TestClock(), Nodes.Manager(others: null));
        await using var early = new HubReader();
        await using var late = new HubReader();
        await manager.OnConnectedAsync(early.Connection);
        var moving = new MoveSockets(manager, Substitute.For<HubLifetimeManager<SuperUserHub>>(), Substitute.For<HubLifetimeManager<AgentHub>>(), clock)
            .Run(withinMs: 10_000, CancellationToken.None);
        await manager.OnConnectedAsync(late.Connection);

        await Pass(clock, until: () => early.Heard.Contains("moved"));
        await manager.OnDisconnectedAsync(early.Connection);
        await Pass(clock, until: () => late.Heard.Contains("moved"));
        await manager.OnDisconnectedAsync(late.Connection);
        await Pass(clock, until: () => moving.IsCompleted);

        Assert.Equal(["moved"], early.Heard);
        Assert.Equal(["moved"], late.Heard);
    }

    private static Task Pass(TestClock clock, Func<bool> until) => Eventually.Holds(() =>
    {
        if (until()) return true;
        clock.Advance(TimeSpan.FromMilliseconds(50));
        return false;
    });
}
