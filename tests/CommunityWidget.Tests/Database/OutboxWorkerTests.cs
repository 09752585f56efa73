using System.Threading.Channels;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Database;

/// <summary>What is due is handed over also when nobody was woken for it: a node that stored it died, or its next try is due.</summary>
public sealed class OutboxWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Handler _handler = new();

    [Theory]
    [InlineData("test")]
    [InlineData("list.test")]
    [InlineData("mail.test")]
    public async Task News_that_no_wake_came_for_is_found_within_two_seconds(string kind)
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(_handler));
        using var worker = new OutboxWorker(world.Get<DeliverOutbox>(), world.Get<OutboxSignal>(), world.Clock, NullLogger<OutboxWorker>.Instance);
        await worker.StartAsync(default);
        await Add(world, kind, lost: false);
        Assert.Equal(kind, await _handler.Next(Patience));

        await Add(world, kind, lost: true);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(kind, await _handler.Next(Patience));
        await worker.StopAsync(default);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("mail.test")]
    public async Task A_node_that_ends_finishes_what_it_is_at_and_gives_the_rest_back(string kind)
    {
        var gate = new TaskCompletionSource();
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(_handler));
        using var worker = new OutboxWorker(world.Get<DeliverOutbox>(), world.Get<OutboxSignal>(), world.Clock, NullLogger<OutboxWorker>.Instance);
        _handler.Gate = gate.Task;
        for (var i = 0; i < 10; i++) await Add(world, kind, lost: true);
        await worker.StartAsync(default);
        await _handler.Next(Patience);

        var stopped = worker.StopAsync(default);
        gate.SetResult();
        await stopped;
        await worker.ExecuteTask!.WaitAsync(Patience).ContinueWith(_ => { }, TaskScheduler.Default);

        // Whoever looks next may have them, without waiting for this node's time to run out.
        Assert.Equal([("done", 1L), ("new", 9L)], await world.Db.Query<(string, long)>("select state, count(*) from outbox group by state order by state"));
        Assert.Equal(9, await world.Db.Find<long>("select count(*) from outbox where state = 'new' and due_at <= @Now", new { world.Now }));
    }

    [Fact]
    public async Task Only_lanes_with_something_due_are_looked_at()
    {
        await using var world = await TestWorld.Start();
        Assert.Empty(await world.Get<DeliverOutbox>().DueLanes());

        await Add(world, "mail.test", lost: true);
        await Add(world, "list.test", lost: true, afterMs: 5_000);

        Assert.Equal([OutboxLanes.Mail], await world.Get<DeliverOutbox>().DueLanes());
    }

    // A signal of its own is one that nobody waits for.
    private static Task Add(TestWorld world, string kind, bool lost, long afterMs = 0) => world.Db.Write<Done>(async tx =>
    {
        var outbox = lost ? new Outbox(world.Clock, new OutboxSignal()) : world.Get<Outbox>();
        await outbox.Add(tx, kind, world.Clock.NewId(), 1, afterMs);
        return Done.It;
    });

    private sealed class Handler : IOutboxHandler
    {
        private readonly Channel<string> _handled = Channel.CreateUnbounded<string>();

        public async Task<string> Next(TimeSpan patience) => await _handled.Reader.ReadAsync().AsTask().WaitAsync(patience);

        public bool Wants(string kind) => kind.EndsWith("test", StringComparison.Ordinal);

        public Task Gate { get; set; } = Task.CompletedTask;

        public async Task Handle(OutboxMessage message)
        {
            await _handled.Writer.WriteAsync(message.Kind);
            await Gate;
        }
    }
}
