using CommunityWidget.Matching;

namespace CommunityWidget.Tests.Suites;

/// <summary>Who was heard, by which node, and since when that is known.</summary>
public abstract partial class MatchQueueSpecification
{
    private const string A = "a", B = "b";

    [Fact]
    public async Task Sites_do_not_see_each_others_threads_and_people()
    {
        var (queue, thread, somebody) = (NewQueue(), Id(), Id());
        await queue.Enqueue(Site, thread, Now, Now);
        await queue.Beat(Site, A, [somebody], Now);

        Assert.Empty(await queue.Waiting(OtherSite));
        Assert.Empty(await queue.Beats(OtherSite, [somebody], Now));
        Assert.Equal(Site, (await queue.ClaimDue(Site, Now, Lease, 10)).Single().Site);
    }

    [Fact]
    public async Task A_beat_tells_when_somebody_was_heard_and_the_newest_counts()
    {
        var (queue, somebody, another, stranger) = (NewQueue(), Id(), Id(), Id());
        await queue.Beat(Site, A, [somebody, another], Now);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await queue.Beat(Site, A, [somebody], Now);
        await queue.Beat(Site, B, [somebody], Now - 5_000);

        var beats = await queue.Beats(Site, [somebody, another, stranger], Now);
        Assert.Equal(new Beat(Now, Left: false), beats[somebody]);
        Assert.Equal(new Beat(Now - 10_000, Left: false), beats[another]);
        Assert.Equal(2, beats.Count);
    }

    [Fact]
    public async Task Who_was_moved_has_not_left_and_the_node_they_were_on_keeps_nobody_here()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);

        await queue.Move(Site, A, somebody);
        await queue.Move(Site, A, Id());
        Assert.Equal(new Beat(Now, Left: false), await BeatOf(queue, somebody));

        await queue.Beat(Site, B, [somebody], Now);
        Assert.True(await queue.Leave(Site, B, somebody, Now, Now - 35_000));
        Assert.Equal(new Beat(Now, Left: true), await BeatOf(queue, somebody));
    }

    [Fact]
    public async Task Leaving_keeps_when_somebody_was_last_heard_and_a_beat_brings_them_back()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);
        Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(await queue.Leave(Site, A, somebody, Now - 30_000, Now - 35_000));
        Assert.Equal(new Beat(Now - 30_000, Left: true), await BeatOf(queue, somebody));

        await queue.Beat(Site, A, [somebody], Now);
        Assert.Equal(new Beat(Now, Left: false), await BeatOf(queue, somebody));
    }

    [Fact]
    public async Task Who_is_connected_to_another_node_has_not_left()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);
        await queue.Beat(Site, B, [somebody], Now);

        Assert.False(await queue.Leave(Site, A, somebody, Now, Now - 35_000));
        Assert.Equal(new Beat(Now, Left: false), await BeatOf(queue, somebody));
        Assert.True(await queue.Leave(Site, B, somebody, Now, Now - 35_000));
        Assert.Equal(new Beat(Now, Left: true), await BeatOf(queue, somebody));
    }

    [Fact]
    public async Task A_node_that_died_holds_nobody_back_once_it_has_been_silent()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);
        Clock.Advance(TimeSpan.FromSeconds(36));
        await queue.Beat(Site, B, [somebody], Now);

        Assert.Equal(new Beat(Now, Left: false), await BeatOf(queue, somebody));
        Assert.True(await queue.Leave(Site, B, somebody, Now, Now - 35_000));
    }

    [Fact]
    public async Task Asking_by_HTTP_is_heard_but_holds_no_connection()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);
        await queue.Beat(Site, null, [somebody], Now + 1);

        Assert.Equal(new Beat(Now + 1, Left: false), await BeatOf(queue, somebody));
        Assert.True(await queue.Leave(Site, A, somebody, Now, Now - 35_000));
    }

    [Fact]
    public async Task Leaving_once_more_or_never_having_been_there_does_no_harm()
    {
        var (queue, somebody) = (NewQueue(), Id());

        Assert.True(await queue.Leave(Site, A, somebody, Now, Now));
        Assert.True(await queue.Leave(Site, A, somebody, Now, Now));
        Assert.Equal(new Beat(Now, Left: true), await BeatOf(queue, somebody));
    }

    [Fact]
    public async Task Somebody_not_heard_for_an_hour_is_forgotten()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);

        Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.NotNull(await BeatOf(queue, somebody));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await BeatOf(queue, somebody));
    }

    [Fact]
    public async Task Presence_is_known_since_somebody_first_watched()
    {
        var (queue, began) = (NewQueue(), Now);
        Assert.Equal(new Epoch(began, Began: true), await queue.Watch(Now, 15_000));
        for (var i = 0; i < 30; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal(new Epoch(began, Began: false), await queue.Watch(Now, 15_000));
        }
    }

    [Fact]
    public async Task Nobody_watched_for_too_long_and_presence_begins_anew()
    {
        var queue = NewQueue();
        await queue.Watch(Now, 15_000);

        Clock.Advance(TimeSpan.FromMilliseconds(15_001));

        Assert.Equal(new Epoch(Now, Began: true), await queue.Watch(Now, 15_000));
        Assert.Equal(new Epoch(Now, Began: false), await queue.Watch(Now, 15_000));
    }

    [Fact]
    public async Task Presence_known_since_a_time_that_is_yet_to_come_begins_anew()
    {
        var queue = NewQueue();
        await queue.Watch(Now, 15_000);

        Clock.Set(TimeSpan.FromHours(-1));

        Assert.Equal(new Epoch(Now, Began: true), await queue.Watch(Now, 15_000));
        Assert.Equal(new Epoch(Now, Began: false), await queue.Watch(Now, 15_000));
    }

    [Fact]
    public async Task Who_was_heard_by_a_clock_that_was_ahead_is_heard_now_once_it_was_put_right()
    {
        var (queue, somebody) = (NewQueue(), Id());
        await queue.Beat(Site, A, [somebody], Now);
        Clock.Set(TimeSpan.FromHours(-1));

        await queue.Beat(Site, A, [somebody], Now);
        Assert.Equal(new Beat(Now, Left: false), await BeatOf(queue, somebody));

        // Nor is who another node hears later put back by one that is behind.
        await queue.Beat(Site, B, [somebody], Now + 60_000);
        await queue.Beat(Site, A, [somebody], Now + 1_000);
        Assert.Equal(new Beat(Now + 60_000, Left: false), await BeatOf(queue, somebody));
    }
}
