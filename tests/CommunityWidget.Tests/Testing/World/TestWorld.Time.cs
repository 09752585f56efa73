using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>What the background workers would do, done step by step by the test.</summary>
public sealed partial class TestWorld
{
    private const int TooManyPasses = 200;
    private long _sweptAt;

    /// <summary>What the sweeper does every two seconds.</summary>
    public async Task Sweep()
    {
        _sweptAt = Now;
        await Get<SearchPause>().Run();
        await Get<Presence>().BeatAll();
        await Get<ReconcileQueue>().Run();
        await Get<WithdrawMembers>().Run();
        await Get<RescueVanished>().Run();
    }

    /// <summary>Matching and delivery of news until neither has anything to do.</summary>
    public async Task RunMatching(Func<Task>? afterEachPass = null)
    {
        var (advance, deliver, signal) = (Get<AdvanceMatching>(), Get<DeliverOutbox>(), Get<OutboxSignal>());
        for (var pass = 0; pass < TooManyPasses; pass++)
        {
            var news = await signal.Wait(TimeSpan.Zero, CancellationToken.None);
            if (news) while (await deliver.Run()) { }
            if (await signal.Wait(TimeSpan.Zero, CancellationToken.None, OutboxLanes.List)) while (await deliver.Run(OutboxLanes.List)) { }
            var worked = await advance.Run();
            if (worked && afterEachPass is not null) await afterEachPass();
            if (!worked && !news) return;
        }
        throw new InvalidOperationException("Matching never comes to rest.");
    }

    /// <summary>Moves the clock second by second, with matching, delivery and sweeps on the way.</summary>
    public async Task Advance(TimeSpan by, Func<Task>? afterEachPass = null, int sweepMs = 2_000)
    {
        var end = Clock.GetUtcNow() + by;
        while (Clock.GetUtcNow() < end)
        {
            var left = end - Clock.GetUtcNow();
            Clock.Advance(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
            if (Now - _sweptAt >= sweepMs) await Sweep();
            await RunMatching(afterEachPass);
        }
    }

    public Task Advance(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Days go by with nothing to match: one jump, then everything that fell due.</summary>
    public async Task Leap(TimeSpan by)
    {
        Clock.Advance(by);
        await Sweep();
        await Get<CloseSilent>().Run();
        await RunMatching();
    }
}
