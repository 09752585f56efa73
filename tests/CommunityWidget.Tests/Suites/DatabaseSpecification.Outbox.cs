using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Suites;

/// <summary>News of a fleet: handed over by whichever node is first, by one at a time, in order per thread.</summary>
public abstract partial class DatabaseSpecification
{
    [Fact]
    public async Task Several_nodes_hand_each_piece_of_news_over_once_and_each_thread_s_in_order()
    {
        var threads = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        for (var seq = 1; seq <= 5; seq++) await Add(seq, threads);
        var told = new Told();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var deliver = Node(told);
            while (await Db.Find<long>("select count(*) from outbox where state = 'new'") > 0) await deliver.Run();
        })));

        Assert.Equal(100, told.All.Count);
        Assert.All(threads, thread => Assert.Equal([1, 2, 3, 4, 5], told.All.Where(m => m.Thread == thread).Select(m => m.Seq)));
    }

    [Fact]
    public async Task What_a_node_took_before_it_died_is_another_s_half_a_minute_later()
    {
        var thread = Guid.CreateVersion7();
        await Add(1, [thread]);
        await Add(2, [thread]);
        var dying = new Told { Ends = false };
        var never = Node(dying).Run();
        await dying.Begun;
        var told = new Told();

        Assert.False(await Node(told).Run());
        World.Clock.Advance(TimeSpan.FromSeconds(31));
        while (await Node(told).Run()) { }

        Assert.Equal([1, 2], told.All.Select(m => m.Seq));
        Assert.False(never.IsCompleted);
    }

    private DeliverOutbox Node(Told told) => new(Db, [told], World.Clock, Options.Create(new MailRetryOptions()), NullLogger<DeliverOutbox>.Instance);

    private Task Add(long seq, IReadOnlyList<Guid> threads) => Db.Write<Done>(async tx =>
    {
        foreach (var thread in threads) await World.Get<Outbox>().Add(tx, "test", thread, seq);
        return Done.It;
    });

    private sealed class Told : IOutboxHandler
    {
        private readonly TaskCompletionSource _begun = new(), _never = new();

        public ConcurrentQueue<OutboxMessage> All { get; } = [];

        /// <summary>False for a node that dies in the middle of what it took.</summary>
        public bool Ends { get; init; } = true;

        public Task Begun => _begun.Task;

        public bool Wants(string kind) => true;

        public Task Handle(OutboxMessage message)
        {
            _begun.TrySetResult();
            if (!Ends) return _never.Task;
            All.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
