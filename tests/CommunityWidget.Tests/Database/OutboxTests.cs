using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Database;

/// <summary>News leaves in order per thread; a poisoned piece is set aside after five tries and those behind it go on.</summary>
public sealed class OutboxTests
{
    private readonly Handler _handler = new();

    [Fact]
    public async Task News_of_a_thread_is_delivered_in_order()
    {
        await using var world = await WithHandler();
        var thread = world.Clock.NewId();
        await Add(world, thread, 1, 2, 3);

        await Deliver(world);

        Assert.Equal([1, 2, 3], _handler.Of(thread));
    }

    [Fact]
    public async Task Nothing_of_a_thread_overtakes_news_that_failed()
    {
        await using var world = await WithHandler();
        var (thread, other) = (world.Clock.NewId(), world.Clock.NewId());
        _handler.Fails = m => m.Thread == thread && m.Seq == 1;
        await Add(world, thread, 1, 2);
        await Add(world, other, 1);

        await Deliver(world);
        Assert.Empty(_handler.Of(thread));
        Assert.Equal([1], _handler.Of(other));

        _handler.Fails = _ => false;
        await Deliver(world);
        Assert.Empty(_handler.Of(thread));
        world.Clock.Advance(TimeSpan.FromSeconds(3));
        await Deliver(world);
        Assert.Equal([1, 2], _handler.Of(thread));
    }

    [Fact]
    public async Task After_five_failures_news_is_set_aside_and_what_is_behind_goes_on()
    {
        await using var world = await WithHandler();
        var thread = world.Clock.NewId();
        _handler.Fails = m => m.Seq == 1;
        await Add(world, thread, 1, 2);

        for (var i = 0; i < 10; i++)
        {
            await Deliver(world);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(5, _handler.Tries);
        Assert.Equal([2], _handler.Of(thread));
        Assert.Equal("dead", await world.Db.Find<string>("select state from outbox where seq = 1"));
    }

    [Fact]
    public async Task A_handler_whose_time_ran_out_has_failed_like_any_other()
    {
        var slow = new Handler { Failure = new TaskCanceledException("the mail server took too long"), Fails = m => m.Seq == 1 };
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(slow));
        var (thread, other) = (world.Clock.NewId(), world.Clock.NewId());
        await Add(world, thread, 1);
        await Add(world, other, 2);

        await Deliver(world);

        Assert.Equal([2], slow.Of(other));
        Assert.Equal(1, await world.Db.Find<long>("select attempts from outbox where seq = 1"));
    }

    [Fact]
    public async Task A_database_that_is_away_for_minutes_is_no_failure_of_the_news_that_waits_for_it()
    {
        var locked = new Handler { Failure = new StorageAwayException("locked"), Fails = _ => true };
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(locked));
        var thread = world.Clock.NewId();
        await Add(world, thread, 1);

        for (var i = 0; i < 30; i++)
        {
            await Deliver(world);
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        Assert.Equal(("new", 0L), await world.Db.Find<(string, long)>("select state, attempts from outbox"));

        locked.Fails = _ => false;
        await Deliver(world);
        Assert.Equal([1], locked.Of(thread));
    }

    [Fact]
    public async Task What_says_for_more_than_an_hour_that_the_database_is_away_is_set_aside_like_any_other()
    {
        var locked = new Handler { Failure = new StorageAwayException("locked"), Fails = _ => true };
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(locked));
        await Add(world, world.Clock.NewId(), 1);
        world.Clock.Advance(TimeSpan.FromHours(1));

        for (var i = 0; i < 5; i++)
        {
            await Deliver(world);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("dead", await world.Db.Find<string>("select state from outbox"));
    }

    [Fact]
    public async Task News_of_a_step_that_was_rolled_back_is_never_delivered()
    {
        await using var world = await WithHandler();
        var thread = world.Clock.NewId();
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<Outbox>().Add(tx, "test", thread, 1);
            return Refusals.NotPossibleNow;
        });

        Assert.False(await world.Get<OutboxSignal>().Wait(TimeSpan.Zero, CancellationToken.None));
        await Deliver(world);
        Assert.Empty(_handler.Of(thread));
    }

    [Fact]
    public async Task News_that_only_the_next_release_knows_is_left_to_its_nodes_and_keeps_its_place()
    {
        await using var world = await TestWorld.Start();
        var thread = world.Clock.NewId();
        await Add(world, thread, 1, 2);
        await Deliver(world);

        await using var next = world.AnotherNode(also: services => services.AddSingleton<IOutboxHandler>(_handler));
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await Deliver(next);

        Assert.Equal([1, 2], _handler.Of(thread));
    }

    [Fact]
    public async Task News_that_nobody_knew_for_an_hour_holds_up_nothing_behind_it()
    {
        await using var world = await TestWorld.Start();
        await Add(world, world.Clock.NewId(), 1, 2);
        world.Clock.Advance(TimeSpan.FromHours(1));

        await Deliver(world);

        Assert.Equal(["done", "done"], await world.Db.Query<string>("select state from outbox"));
    }

    [Fact]
    public async Task What_was_handed_over_when_the_database_went_away_is_settled_once_it_is_back_and_not_handed_over_again()
    {
        await using var world = await WithHandler();
        var thread = world.Clock.NewId();
        await Add(world, thread, 1);
        var blinking = new Db(new MeanwhileDialect(world.Db.Dialect, () => throw new RefusedException(Refusals.StorageAway), after: 1), NullLogger<Db>.Instance);

        var delivering = ActivatorUtilities.CreateInstance<DeliverOutbox>(world.Get<IServiceProvider>(), blinking).Run();
        await Eventually.Holds(() => delivering.IsCompleted || world.Clock.Timers > 0);
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await delivering;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliver(world);

        Assert.Equal([1], _handler.Of(thread));
        Assert.Equal("done", await world.Db.Find<string>("select state from outbox"));
    }

    private static async Task Deliver(TestWorld world)
    {
        while (await world.Get<DeliverOutbox>().Run()) { }
    }

    private Task<TestWorld> WithHandler() => TestWorld.Start(also: services => services.AddSingleton<IOutboxHandler>(_handler));

    private static Task Add(TestWorld world, Guid thread, params long[] seqs) => world.Db.Write<Done>(async tx =>
    {
        foreach (var seq in seqs) await world.Get<Outbox>().Add(tx, "test", thread, seq);
        return Done.It;
    });

    private sealed class Handler : IOutboxHandler
    {
        private readonly List<OutboxMessage> _handled = [];

        public Func<OutboxMessage, bool> Fails { get; set; } = _ => false;

        public Exception Failure { get; init; } = new InvalidOperationException("the handler fails on purpose");

        public int Tries { get; private set; }

        public IEnumerable<long> Of(Guid thread) => _handled.Where(m => m.Thread == thread).Select(m => m.Seq);

        public bool Wants(string kind) => kind == "test";

        public Task Handle(OutboxMessage message)
        {
            if (Fails(message))
            {
                Tries++;
                throw Failure;
            }
            _handled.Add(message);
            return Task.CompletedTask;
        }
    }
}
