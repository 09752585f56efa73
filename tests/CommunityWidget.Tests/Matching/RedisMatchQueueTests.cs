using CommunityWidget.Matching;
using CommunityWidget.Tests.Suites;
using CommunityWidget.Tests.Testing;
using StackExchange.Redis;

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

    /// <summary>A loss noticed again and again would be no offer ever: every one is followed by a pause.</summary>
    [Theory]
    [InlineData(3_600_000)]
    [InlineData(-3_600_000)]
    public async Task Two_nodes_whose_clocks_differ_take_each_other_for_a_loss_once(int by)
    {
        var (right, wrong) = (Node(), Node());
        await right.Watch(Clock.NowMs, 15_000);
        await wrong.Watch(Clock.NowMs + by, 15_000);

        for (var sweep = 0; sweep < 10; sweep++)
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.False((await right.Watch(Clock.NowMs, 15_000)).Began);
            Assert.False((await wrong.Watch(Clock.NowMs + by, 15_000)).Began);
        }

        // The wrong one ended. So did the right one, and nobody watched.
        Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.True((await Node().Watch(Clock.NowMs, 15_000)).Began);
    }

    [Fact]
    public async Task Nodes_that_ended_days_ago_are_written_down_no_more()
    {
        await Node().Watch(Clock.NowMs, 15_000);
        Clock.Advance(TimeSpan.FromDays(3));

        await Node().Watch(Clock.NowMs, 15_000);

        // Since when, the last of all, and the one node.
        Assert.Equal(3, await TestRedis.Link.Database.HashLengthAsync(new QueueKeys(_prefix).Epoch));
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

    [Fact]
    public async Task A_site_where_nothing_waits_any_more_is_looked_at_no_more_until_something_does()
    {
        var (here, there, site, thread) = (Node(), Node(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await here.Enqueue(site, thread, Clock.NowMs, Clock.NowMs);
        var claim = Assert.Single(await there.ClaimDue(site, Clock.NowMs, 10_000, 10));
        await there.DueSites(Clock.NowMs);
        Assert.Equal([site], await Listed());
        await there.Settle(claim, Clock.NowMs + 60_000);
        await there.DueSites(Clock.NowMs);
        Assert.Equal([site], await Listed());
        await there.Remove(site, thread);

        await there.DueSites(Clock.NowMs);
        await here.DueSites(Clock.NowMs);
        await here.Watch(Clock.NowMs, 15_000);

        Assert.Empty(await Listed());
        await there.Refill(site, [], Clock.NowMs);
        Assert.Empty(await Listed());
        await here.Enqueue(site, thread, Clock.NowMs, Clock.NowMs);
        Assert.Equal([site], await there.DueSites(Clock.NowMs));
    }

    /// <summary>A question that got in although its reply was lost is found, and whoever the script rings for finds the site.</summary>
    [Fact]
    public async Task A_site_is_on_the_list_before_its_question_is_in()
    {
        var (queue, keys, asked, filled) = (Node(), new QueueKeys(_prefix), Guid.CreateVersion7(), Guid.CreateVersion7());
        // The scripts fail there, and nothing comes after them.
        foreach (var site in new[] { asked, filled }) await TestRedis.Link.Database.StringSetAsync(keys.Ages(site), "broken");

        await Assert.ThrowsAsync<RedisServerException>(() => queue.Enqueue(asked, Guid.CreateVersion7(), Clock.NowMs, Clock.NowMs));
        await Assert.ThrowsAsync<RedisServerException>(() => queue.Refill(filled, [new(Guid.CreateVersion7(), Clock.NowMs)], Clock.NowMs));

        Assert.Equivalent(new[] { asked, filled }, await Listed(), strict: true);
    }

    /// <summary>A node that read "nothing waits" of a moment ago finds the site as this one does.</summary>
    [Fact]
    public async Task A_site_taken_from_the_list_is_put_back_when_something_came_in_between()
    {
        var (queue, other, site) = (Node(), Node(), Guid.CreateVersion7());
        await other.Enqueue(site, Guid.CreateVersion7(), Clock.NowMs, Clock.NowMs);
        await TestRedis.Link.Database.KeyDeleteAsync(new QueueKeys(_prefix).Later(site));

        await queue.DueSites(Clock.NowMs);

        Assert.Equal([site], await Listed());
    }

    /// <summary>Each time one node takes the last question out, looks, and another queues one, in any order.</summary>
    [Fact]
    public async Task A_question_that_comes_while_its_site_is_taken_from_the_list_is_found()
    {
        var (asks, looks, site) = (Node(), Node(), Guid.CreateVersion7());
        for (var i = 0; i < 2_000; i++)
        {
            var (before, thread) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await asks.Enqueue(site, before, Clock.NowMs, Clock.NowMs);
            await looks.Remove(site, before);
            await Task.WhenAll(looks.DueSites(Clock.NowMs), Task.Run(() => asks.Enqueue(site, thread, Clock.NowMs, Clock.NowMs)), Task.Run(() => looks.DueSites(Clock.NowMs)));

            Assert.Equal([site], await Listed());
            await looks.Remove(site, thread);
        }
    }

    private async Task<IEnumerable<Guid>> Listed() => (await TestRedis.Link.Database.SetMembersAsync(new QueueKeys(_prefix).Sites)).Select(site => Guid.Parse((string)site!));

    private RedisMatchQueue Node() => TestRedis.NewQueue(Clock, _prefix);
}
