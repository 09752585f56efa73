using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.People;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Messages of many chats share commits, and nobody notices but the disk.</summary>
public sealed class GroupCommitTests
{
    [Fact]
    public async Task What_came_while_a_commit_ran_shares_the_next_one_in_the_order_it_came()
    {
        await using var world = await TestWorld.Start();
        var talks = await Talks(world, 20);
        var point = new HeldCommits(world);
        var first = world.Say(talks[0].Visitor, talks[0].Thread, "first");
        await point.Reached;
        var sends = Enumerable.Range(0, 100).Select(i => world.Say(talks[i % 20].Visitor, talks[i % 20].Thread, $"{i}")).ToList();
        point.LetGo();
        Assert.NotNull((await first).Value);
        Assert.All(await Task.WhenAll(sends), reply => Assert.NotNull(reply.Value));
        Assert.Equal(2, point.Commits);
        foreach (var (talk, place) in talks.Select((talk, place) => (talk, place)))
        {
            var mine = Enumerable.Range(0, 5).Select(turn => $"{place + (20 * turn)}");
            Assert.Equal(place == 0 ? ["first", .. mine] : mine, await Said(world, talk.Thread));
        }
    }

    [Fact]
    public async Task The_trace_of_a_shared_commit_leads_to_those_of_all_its_messages()
    {
        await using var world = await TestWorld.Start();
        var talks = await Talks(world, 3);
        var commits = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = step =>
            {
                if (step.OperationName == "messages.commit") commits.Add(step);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var point = new HeldCommits(world);
        var first = world.Say(talks[0].Visitor, talks[0].Thread);
        await point.Reached;

        List<(Activity Trace, Task Sent)> sends = [.. talks.Select(talk => InATrace(() => world.Say(talk.Visitor, talk.Thread)))];
        point.LetGo();
        await Task.WhenAll(sends.Select(s => s.Sent).Append(first));
        // Ends its writer, and with it the last step.
        await world.Get<CommitMessages>().DisposeAsync();

        var traces = sends.Select(s => s.Trace.TraceId).ToHashSet();
        Assert.Single(commits, commit => commit.ParentSpanId == default && commit.Links.Select(link => link.Context.TraceId).ToHashSet().SetEquals(traces));
    }

    private static (Activity, Task) InATrace(Func<Task> send)
    {
        using var trace = new Activity("send").Start();
        return (trace, send());
    }

    [Fact]
    public async Task A_lone_message_waits_for_nobody()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = (await Talks(world, 1))[0];
        var point = new HeldCommits(world);
        point.LetGo();
        for (var i = 0; i < 5; i++) Assert.NotNull((await world.Say(visitor, thread)).Value);
        Assert.Equal(5, point.Commits);
    }

    [Fact]
    public async Task Fifty_writers_of_two_hundred_messages_each_fill_one_thread_without_a_gap()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = (await Talks(world, 1))[0];
        var before = (await world.Again(thread)).LastSeq;
        var told = world.Notices.Events.Count();
        var seqs = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Write(200)));
        var all = Enumerable.Range((int)before + 1, 10_000).Select(seq => (long)seq).ToList();
        Assert.Equal(all, seqs.SelectMany(s => s).Order());
        Assert.All(seqs, mine => Assert.Equal(mine.Order(), mine));
        Assert.Equal(all, (await world.Get<ThreadStore>().Events(thread.Id, before)).Select(e => e.Seq));
        // Told in the order of seq, whoever wrote.
        Assert.Equal(all, world.Notices.Events.Skip(told).Select(e => e.Happened.Seq));

        async Task<List<long>> Write(int count)
        {
            var mine = new List<long>();
            for (var i = 0; i < count; i++) mine.Add((await world.Say(visitor, thread)).Value!.Seq);
            return mine;
        }
    }

    [Fact]
    public async Task One_messages_refusal_does_not_touch_the_others_of_its_commit()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(seats: 10);
        var (visitor, thread) = await world.TalkWith(maya);
        var (gone, closed) = await world.TalkWith(maya);
        await world.End(gone, closed);
        var (stranger, far) = (await world.Arrive(world.There), await world.Join(world.There));
        Assert.NotNull((await world.Say(visitor, thread, "before", key: "key-used-before")).Value);
        var replies = await Together(
            world,
            () => world.Say(visitor, thread, "one"),
            () => world.Say(gone, closed, "too late"),
            () => world.Say(stranger, thread, "who are you"),
            () => world.Say(far, thread, "from next door"),
            () => world.Say(maya, thread, "stale", fence: thread.Fence - 1),
            () => world.Say(visitor, thread, "other words", key: "key-used-before"),
            () => world.Say(visitor, thread, "before", key: "key-used-before"),
            () => world.Say(maya, thread, "two"));
        Assert.Equal(
            [null, Refusals.ThreadClosed, Refusals.NotFound, Refusals.NotFound, Refusals.StaleFence, Refusals.KeyReused, null, null],
            replies.Select(r => r.Refusal));
        Assert.Equal("before", replies[6].Value!.Text);
        Assert.Equal(["before", "one", "two"], await Said(world, thread));
    }

    [Fact]
    public async Task The_same_key_twice_in_one_commit_is_stored_once_and_answered_alike()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = (await Talks(world, 1))[0];
        var key = world.NewKey();
        var replies = await Together(
            world, () => world.Say(visitor, thread, "once", key: key), () => world.Say(visitor, thread, "once", key: key), () => world.Say(visitor, thread, "twice", key: key));
        Assert.Equal(replies[0], replies[1]);
        Assert.Equal(Refusals.KeyReused, replies[2].Refusal);
        Assert.Equal(["once"], await Said(world, thread));
    }

    [Fact]
    public async Task What_moves_its_thread_goes_alone_beside_what_is_plain()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        var (other, ended) = await world.TalkWith(maya);
        await world.End(other, ended);
        var replies = await Together(world, () => world.Say(other, ended, "One more thing", reopen: true), () => world.Say(visitor, thread, "plain"));
        Assert.All(replies, reply => Assert.NotNull(reply.Value));
        Assert.Equal(ThreadStates.Waiting, (await world.Again(ended)).State);
    }

    [Fact]
    public async Task More_than_may_wait_are_refused_at_once_with_when_to_try_again()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = (await Talks(world, 1))[0];
        var point = new HeldCommits(world);
        var first = world.Say(visitor, thread, "first");
        await point.Reached;
        var waiting = Enumerable.Range(0, CommitMessages.MostWaiting).Select(_ => world.Say(visitor, thread)).ToList();
        var refused = await world.Say(visitor, thread, "one too many");
        Assert.Equal(Refusals.StorageAway, refused.Refusal);
        Assert.NotNull(refused.Refusal!.RetryAfter);
        point.LetGo();
        Assert.All(await Task.WhenAll([first, .. waiting]), reply => Assert.NotNull(reply.Value));
    }

    /// <summary>Sends that share one commit.</summary>
    private static async Task<Reply<ThreadEvent>[]> Together(TestWorld world, params Func<Task<Reply<ThreadEvent>>>[] sends)
    {
        var (visitor, thread) = (await Talks(world, 1))[0];
        var point = new HeldCommits(world);
        var first = world.Say(visitor, thread);
        await point.Reached;
        var running = sends.Select(send => send()).ToList();
        point.LetGo();
        await first;
        return await Task.WhenAll(running);
    }

    private static async Task<IReadOnlyList<(VisitorCaller Visitor, ThreadRecord Thread)>> Talks(TestWorld world, int count)
    {
        var talks = new List<(VisitorCaller, ThreadRecord)>();
        for (var i = 0; i < count; i++)
        {
            var visitor = await world.Arrive();
            talks.Add((visitor, await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId)));
        }
        return talks;
    }

    private static async Task<IEnumerable<string?>> Said(TestWorld world, ThreadRecord thread) =>
        (await world.Get<ThreadStore>().Events(thread.Id, 1)).Where(e => e.Kind == EventKinds.Message).Select(e => e.Body);
}
