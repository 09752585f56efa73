using CommunityWidget.Matching;
using CommunityWidget.Tests.Suites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Matching;

public sealed class RedisMatchQueueTests : MatchQueueSpecification
{
    private readonly string _prefix = TestRedis.NewPrefix();

    protected override IMatchQueue NewQueue() => TestRedis.NewQueue(Clock);

    [Fact]
    public async Task Another_node_is_woken_and_claims_what_this_one_queued()
    {
        var (here, there, site, thread) = (Node(), Node(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await TestRedis.Link.Subscriber.PingAsync();
        await there.DueSites(Clock.NowMs);
        var waiting = there.WaitForWork(CancellationToken.None);

        await here.Enqueue(site, thread, Clock.NowMs, Clock.NowMs);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([site], await there.DueSites(Clock.NowMs));
        Assert.Equal(thread, Assert.Single(await there.ClaimDue(site, Clock.NowMs, 10_000, 10)).Thread);
        Assert.Empty(await here.ClaimDue(site, Clock.NowMs, 10_000, 10));
    }

    [Fact]
    public async Task Only_one_of_two_nodes_begins_an_epoch()
    {
        var epochs = await Task.WhenAll(Node().Watch(Clock.NowMs, 15_000), Node().Watch(Clock.NowMs, 15_000));

        Assert.Single(epochs, e => e.Began);
        Assert.Single(epochs.Select(e => e.Since).Distinct());
    }

    [Fact]
    public async Task Scripts_that_Redis_forgot_are_sent_again()
    {
        var (queue, site) = (Node(), Guid.CreateVersion7());
        await queue.Enqueue(site, Guid.CreateVersion7(), Clock.NowMs, Clock.NowMs);
        await TestRedis.Link.Database.ExecuteAsync("SCRIPT", "FLUSH");

        await queue.Enqueue(site, Guid.CreateVersion7(), Clock.NowMs, Clock.NowMs);
        await TestRedis.Link.Database.ExecuteAsync("SCRIPT", "FLUSH");

        Assert.Equal(2, (await queue.ClaimDue(site, Clock.NowMs, 10_000, 10)).Count);
    }

    [Fact]
    public async Task What_was_left_behind_when_memory_ran_out_holds_up_nothing_else()
    {
        var (queue, site, thread) = (Node(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await queue.Enqueue(site, thread, Clock.NowMs, Clock.NowMs);
        await TestRedis.Link.Database.SortedSetAddAsync(new QueueKeys(_prefix).Later(site), QueueKeys.Name(Guid.CreateVersion7()), Clock.NowMs - 1);

        Assert.Equal([thread], (await queue.ClaimDue(site, Clock.NowMs, 10_000, 10)).Select(c => c.Thread));
        Assert.Empty(await queue.ClaimDue(site, Clock.NowMs, 10_000, 10));
    }

    [Fact]
    public async Task What_was_queued_between_a_loss_and_its_noticing_is_found_again()
    {
        var (queue, site, thread) = (Node(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await queue.Enqueue(site, Guid.CreateVersion7(), Clock.NowMs, Clock.NowMs);
        await TestRedis.Link.Database.KeyDeleteAsync(new QueueKeys(_prefix).Sites);
        await queue.Enqueue(site, thread, Clock.NowMs, Clock.NowMs);

        await queue.Watch(Clock.NowMs, 15_000);

        Assert.Equal([site], await queue.DueSites(Clock.NowMs));
    }

    private RedisMatchQueue Node() => TestRedis.NewQueue(Clock, _prefix);
}
