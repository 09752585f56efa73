using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Inbox;
using CommunityWidget.Integrations;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Moderation;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hosting;

/// <summary>A program that ends waits for no work that goes on step by step: each hears it between two steps, and whoever comes next goes on.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_is_read_for_the_search_counted_and_indexed_begins_no_step_once_the_program_ends()
    {
        await using var world = await TestWorld.Start(also: services => services.AddNumbers().AddSingleton<Drain>());
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (_, thread) = await world.Rated(maya);
        await world.Published(nour, thread);
        await Do(world, "update search_pages set version = 0");
        await world.Leap(TimeSpan.FromMinutes(2));
        IChore[] chores = [world.Get<ReadForSearch>(), world.Get<KeepTallies>(), world.Get<IndexOldPages>()];
        string[] made = ["thread_docs", "question_tallies", "search_pages where version > 0"];
        Task<long> Count(string table) => world.Db.Find<long>($"select count(*) from {table}");

        foreach (var chore in chores) await chore.Run(new CancellationToken(canceled: true));
        foreach (var table in made) Assert.Equal((table, 0), (table, await Count(table)));

        foreach (var chore in chores) await chore.Run(CancellationToken.None);
        foreach (var table in made) Assert.NotEqual((table, 0), (table, await Count(table)));
    }

    [Fact]
    public async Task What_grew_too_old_for_webhooks_is_left_for_the_next_start_once_the_program_ends()
    {
        await using var world = await TestWorld.Start();
        var (behind, hook) = (world.Get<MessagesBehind>(), world.Clock.NewId());
        var thread = await world.Fallen();
        await Do(world, "insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@hook, @site, 'https://hooks.example/x', '', @no, 'none', 1)", new { hook, site = world.Here.Id, no = false });
        await Do(world, "insert into deliveries (webhook, event, thread, seq, kind, state, attempts, tries, due_at, created_at, follows) values (@hook, 'one', @Id, 1, 'message', 'new', 0, 0, 1, 1, 2)", new { hook, thread.Id });
        Task<long> Left() => world.Db.Find<long>("select count(*) from deliveries where event = 'one'");

        await behind.Run(new CancellationToken(canceled: true));
        Assert.Equal(1, await Left());
        await behind.Run(CancellationToken.None);
        Assert.Equal(0, await Left());
    }

    [Fact]
    public async Task What_is_kept_no_longer_goes_on_going_no_longer_than_a_breath()
    {
        await using var world = await TestWorld.Start();
        var old = new Rows("old", ("id", Enumerable.Range(0, 600).Select(number => $"ticket {number}").ToArray()), ("expires_at", Enumerable.Repeat(1L, 600).ToArray()));
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Run(new RowStatement($"insert into used_tickets ({old.Listed}) select {old.Listed} from {tx.Dialect.Table(old)}", old));
            return Done.It;
        });
        using var clock = new BreathingClock(world.Clock);
        using var worker = new PrivacyWorker(world.Get<PurgeOld>(), world.Get<Scrub>(), clock, NullLogger<PrivacyWorker>.Instance);
        await worker.StartAsync(default);
        // Its timer may not be there yet at the first.
        var breathes = false;
        for (var hour = 0; hour < 50 && !breathes; hour++)
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            breathes = await clock.Breath.WaitAsync(TimeSpan.FromMilliseconds(200));
        }
        Assert.True(breathes, "It never took a breath.");

        // The breath is not drawn to its end: the clock stands.
        await worker.StopAsync(default).WaitAsync(Patience);
        Assert.Equal(100, await world.Db.Find<long>("select count(*) from used_tickets"));
    }

    [Fact]
    public async Task A_chore_that_is_being_done_hears_that_the_program_ends()
    {
        var clock = new TestClock();
        using var chore = new Endless();
        using var chores = new Chores([chore], clock, NullLogger<Chores>.Instance);
        await chores.StartAsync(default);
        var begun = false;
        for (var hour = 0; hour < 50 && !begun; hour++)
        {
            clock.Advance(chore.Every);
            begun = await chore.Begun.WaitAsync(TimeSpan.FromMilliseconds(200));
        }
        Assert.True(begun, "It was never begun.");

        await chores.StopAsync(default).WaitAsync(Patience);
    }

    private static Task Do(TestWorld world, string sql, object? with = null) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute(sql, with);
        return Done.It;
    });

    private sealed class Endless : IChore, IDisposable
    {
        public SemaphoreSlim Begun { get; } = new(0);

        public TimeSpan Every => TimeSpan.FromHours(1);

        public Task Run() => throw new InvalidOperationException("It is told of the end.");

        public async Task Run(CancellationToken stop)
        {
            Begun.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }

        public void Dispose() => Begun.Dispose();
    }

    /// <summary>Says when somebody waits for less than a second.</summary>
    private sealed class BreathingClock(TestClock clock) : TimeProvider, IDisposable
    {
        public SemaphoreSlim Breath { get; } = new(0);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1)) Breath.Release();
            return timer;
        }

        public void Dispose() => Breath.Dispose();
    }
}
