using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Suites;

/// <summary>What every <see cref="IMatchQueue"/> does, whatever it keeps its sets in.</summary>
public abstract partial class MatchQueueSpecification
{
    private const long Lease = 10_000;

    protected TestClock Clock { get; } = new();

    private Guid Site { get; } = Guid.CreateVersion7();

    private Guid OtherSite { get; } = Guid.CreateVersion7();

    private long Now => Clock.NowMs;

    /// <summary>An empty queue on this clock; two made in one test need not share anything.</summary>
    protected abstract IMatchQueue NewQueue();

    [Fact]
    public async Task A_due_thread_is_claimed_and_one_of_later_is_not()
    {
        var (queue, due, later) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, due, Now, Now);
        await queue.Enqueue(Site, later, Now, Now + 1);

        Assert.Equal([due], await Claimed(queue));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([later], await Claimed(queue));
    }

    [Fact]
    public async Task Claims_come_oldest_question_first_whatever_their_due_times()
    {
        var (queue, old, young) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, young, Now - 10, Now - 5);
        await queue.Enqueue(Site, old, Now - 1_000, Now);

        Assert.Equal([old, young], await Claimed(queue));
        Assert.Equal([old, young], await queue.Waiting(Site));
    }

    [Fact]
    public async Task A_limit_takes_the_oldest()
    {
        var (queue, old, young) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, young, Now - 10, Now);
        await queue.Enqueue(Site, old, Now - 1_000, Now);

        Assert.Equal([old], (await queue.ClaimDue(Site, Now, Lease, 1)).Select(c => c.Thread));
        Assert.Equal([young], (await queue.ClaimDue(Site, Now, Lease, 1)).Select(c => c.Thread));
    }

    [Fact]
    public async Task A_claimed_thread_is_hidden_until_its_lease_ends()
    {
        var (queue, thread) = (NewQueue(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        await Claimed(queue);

        Clock.Advance(TimeSpan.FromMilliseconds(Lease - 1));
        Assert.Empty(await Claimed(queue));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([thread], await Claimed(queue));
    }

    [Fact]
    public async Task A_settled_thread_is_due_again_when_it_was_settled_for()
    {
        var (queue, thread) = (NewQueue(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        var claim = (await queue.ClaimDue(Site, Now, Lease, 10)).Single();
        await queue.Settle(claim, Now + 30_000);

        Clock.Advance(TimeSpan.FromMilliseconds(29_999));
        Assert.Empty(await Claimed(queue));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([thread], await Claimed(queue));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wake_or_enqueue_during_a_claim_is_not_lost(bool byWake)
    {
        var (queue, thread) = (NewQueue(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        var claim = (await queue.ClaimDue(Site, Now, Lease, 10)).Single();
        if (byWake) await queue.Wake(Site, Now);
        else await queue.Enqueue(Site, thread, Now, Now);

        await queue.Settle(claim, Now + 30_000);

        Assert.Equal([thread], await Claimed(queue));
    }

    [Fact]
    public async Task Who_claimed_sees_whether_the_site_was_woken_since()
    {
        var (queue, thread) = (NewQueue(), Id());
        Assert.Equal(0, await queue.WokenAt(Site));
        await queue.Enqueue(Site, thread, Now, Now);
        await queue.Wake(Site, Now);
        var claim = (await queue.ClaimDue(Site, Now, Lease, 10)).Single();
        await queue.Wake(OtherSite, Now);
        await queue.Enqueue(Site, Id(), Now, Now);
        Assert.Equal(claim.Wakes, await queue.WokenAt(Site));

        await queue.Wake(Site, Now);

        Assert.True(await queue.WokenAt(Site) > claim.Wakes);
    }

    [Fact]
    public async Task A_wake_makes_every_waiting_thread_of_its_site_due_and_no_other()
    {
        var (queue, here, there) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, here, Now, Now + 60_000);
        await queue.Enqueue(OtherSite, there, Now, Now + 60_000);

        await queue.Wake(Site, Now);

        Assert.Equal([here], await Claimed(queue));
    }

    [Fact]
    public async Task A_removed_thread_is_gone_and_settling_its_claim_does_not_bring_it_back()
    {
        var (queue, thread) = (NewQueue(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        var claim = (await queue.ClaimDue(Site, Now, Lease, 10)).Single();

        await queue.Remove(Site, thread);
        await queue.Remove(Site, thread);
        await queue.Settle(claim, Now);

        Assert.Empty(await queue.Waiting(Site));
        Assert.Empty(await Claimed(queue));
    }

    [Fact]
    public async Task A_claim_of_before_a_removal_does_not_put_off_a_thread_that_came_back()
    {
        var (queue, thread) = (NewQueue(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        var claim = (await queue.ClaimDue(Site, Now, Lease, 10)).Single();
        await queue.Remove(Site, thread);
        await queue.Enqueue(Site, thread, Now, Now);

        await queue.Settle(claim, Now + 30_000);

        Assert.Equal([thread], await Claimed(queue));
    }

    [Fact]
    public async Task A_refill_adds_what_is_missing_and_leaves_the_rest_as_it_is()
    {
        var (queue, there, missing) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, there, Now - 10, Now + 60_000);

        for (var i = 0; i < 2; i++) await queue.Refill(Site, [new(missing, Now - 1_000), new(there, Now - 5_000)], Now);

        Assert.Equal([missing, there], await queue.Waiting(Site));
        Assert.Equal([missing], await Claimed(queue));
    }

    [Fact]
    public async Task Only_sites_with_something_due_are_named()
    {
        var queue = NewQueue();
        await queue.Enqueue(Site, Id(), Now, Now);
        await queue.Enqueue(OtherSite, Id(), Now, Now + 1);

        Assert.Equal([Site], await queue.DueSites(Now));
        Assert.Equal(new[] { Site, OtherSite }.Order(), await queue.DueSites(Now + 1));
        await queue.ClaimDue(Site, Now, Lease, 10);
        Assert.Empty(await queue.DueSites(Now));
    }

    [Fact]
    public async Task Enqueueing_again_keeps_the_age()
    {
        var (queue, old, young) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, old, Now - 1_000, Now + 1);
        await queue.Enqueue(Site, young, Now - 10, Now);
        await queue.Enqueue(Site, old, Now - 1_000, Now);

        Assert.Equal([old, young], await Claimed(queue));
    }

    [Fact]
    public async Task Waiting_for_work_ends_after_two_seconds_with_nothing_to_do()
    {
        var waiting = NewQueue().WaitForWork(CancellationToken.None);
        Clock.Advance(TimeSpan.FromMilliseconds(1_999));
        Assert.False(waiting.IsCompleted);

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await waiting;
    }

    [Fact]
    public async Task Waiting_for_work_ends_when_something_falls_due()
    {
        var queue = NewQueue();
        await queue.Enqueue(Site, Id(), Now, Now + 500);
        await Claimed(queue);
        var waiting = queue.WaitForWork(CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        Clock.Advance(TimeSpan.FromMilliseconds(500));
        await waiting;
    }

    [Fact]
    public async Task Waiting_for_work_ends_when_woken_or_when_a_question_is_asked()
    {
        var queue = NewQueue();
        await queue.Enqueue(Site, Id(), Now, Now + 60_000);
        await Claimed(queue);
        var waiting = queue.WaitForWork(CancellationToken.None);
        await queue.Wake(Site, Now);
        await waiting;

        await Claimed(queue);
        waiting = queue.WaitForWork(CancellationToken.None);
        await queue.Enqueue(Site, Id(), Now, Now);
        await waiting;
    }

    [Fact]
    public async Task A_wake_before_the_wait_is_not_lost()
    {
        var queue = NewQueue();
        await queue.Enqueue(Site, Id(), Now, Now + 60_000);
        await Claimed(queue);
        await queue.Wake(Site, Now);

        await queue.WaitForWork(CancellationToken.None);
    }

    [Fact]
    public async Task Waiting_for_work_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var waiting = NewQueue().WaitForWork(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    // As a worker looks: site by site.
    private async Task<IEnumerable<Guid>> Claimed(IMatchQueue queue)
    {
        var claims = new List<Claim>();
        foreach (var site in await queue.DueSites(Now)) claims.AddRange(await queue.ClaimDue(site, Now, Lease, 100));
        return claims.Select(c => c.Thread);
    }

    private async Task<Beat?> BeatOf(IMatchQueue queue, Guid who) => (await queue.Beats(Site, [who], Now)).TryGetValue(who, out var beat) ? beat : null;

    private static Guid Id() => Guid.CreateVersion7();
}
