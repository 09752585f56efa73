using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Who could be asked when: looked at now and then, once for all nodes, by the clock on the shop's wall.</summary>
public sealed class AvailableTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.Start(also: services => services.AddNumbers());

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task An_hour_with_the_switch_on_is_sixty_minutes_and_nobody_else_is_counted()
    {
        var maya = await _world.Join();
        await _world.Join(available: false);
        await _world.Join(connected: false);
        await _world.JoinAgent();
        var next = await _world.Join(_world.There);
        for (var minute = 0; minute < 60; minute++) await Minute(_world);

        var rows = await Rows();
        Assert.Equal([(maya.Id, 60L)], rows.Where(r => r.Site == _world.Here.Id).Select(r => (r.Member, r.Minutes)));
        Assert.Equal([(next.Id, 60L)], rows.Where(r => r.Site == _world.There.Id).Select(r => (r.Member, r.Minutes)));
    }

    [Fact]
    public async Task Who_still_owes_the_charter_is_not_counted_before_they_agreed()
    {
        await _world.Join();
        await _world.Db.Write<Done>(async tx => { await _world.Get<SiteStore>().SaveCharter(tx, _world.Here.Id, 1, 1); return Done.It; });
        for (var minute = 0; minute < 10; minute++) await Minute(_world);
        Assert.Empty(await Rows());

        await _world.Db.Write<Done>(async tx => { await tx.Execute("update members set charter_accepted = 1"); return Done.It; });
        for (var minute = 0; minute < 5; minute++) await Minute(_world);
        Assert.Single(await Rows());
    }

    [Fact]
    public async Task Looking_often_or_from_two_nodes_counts_once()
    {
        await _world.Join();
        await using var other = _world.AnotherNode(services => services.AddNumbers());
        for (var minute = 0; minute < 19; minute++)
        {
            await Minute(_world);
            await other.Get<CountAvailable>().Run();
            await _world.Get<CountAvailable>().Run();
        }

        Assert.Equal(20, Assert.Single(await Rows()).Minutes);
    }

    [Fact]
    public async Task Nothing_is_written_while_nobody_is_there()
    {
        await _world.Get<CountAvailable>().Run();

        Assert.Equal(0, await _world.Get<TallyStore>().Mark(TallyStore.Available));
    }

    [Fact]
    public async Task Hours_are_those_of_the_shops_clock_even_where_they_begin_at_half_past()
    {
        await _world.Db.Write<Done>(async tx =>
        {
            await _world.Get<SiteStore>().Save(tx, _world.Here with { Hours = new("Asia/Kolkata", []) });
            return Done.It;
        });
        await _world.Join();
        await _world.Leap(TimeSpan.FromMinutes(35));
        await _world.Advance(5);
        await _world.Get<CountAvailable>().Run();

        // 9:35 in London is 15:05 in Kolkata: the hour began at 9:30.
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T09:30Z", null), DateTimeOffset.FromUnixTimeMilliseconds(Assert.Single(await Rows()).Hour));
    }

    [Fact]
    public async Task The_coverage_says_how_many_were_there_on_average()
    {
        var (maya, _) = (await _world.Join(), await _world.Join());
        // From nine until half past there are two, then one.
        for (var minute = 0; minute < 30; minute++) await Minute(_world);
        await _world.Leave(maya);
        for (var minute = 0; minute < 30; minute++) await Minute(_world);
        var day = new DateOnly(2026, 3, 2);
        var report = await _world.Get<MakeReport>().Of(_world.Here, new(day, day), new());

        Assert.Equal(1.5, report.Coverage.Cells.Single(c => c is { Weekday: 0, Hour: 9 }).People!.Value, 1);
        Assert.Null(report.Coverage.Cells.Single(c => c is { Weekday: 2, Hour: 9 }).People);
        Assert.Equal(2, report.Participation.Available);
        Assert.Equal([60, 30], report.Members.Select(m => m.AvailableMinutes).OrderDescending());
    }

    [Fact]
    public async Task The_hour_under_way_shows_no_more_people_than_there_are()
    {
        await _world.Join();
        await _world.Advance(20);
        await _world.Get<CountAvailable>().Run();
        await _world.Advance(100);
        var day = new DateOnly(2026, 3, 2);

        Assert.Equal(1, await People(day, day));
        // Days that are over end when they ended.
        await _world.Leap(TimeSpan.FromDays(1));
        Assert.Equal(5 / 60.0, await People(day, day), 9);

        async Task<double> People(DateOnly from, DateOnly to) =>
            (await _world.Get<MakeReport>().Of(_world.Here, new(from, to), new())).Coverage.Cells.Single(c => c is { Weekday: 0, Hour: 9 }).People!.Value;
    }

    private static async Task Minute(TestWorld world)
    {
        await HalfAMinute(world);
        await world.Get<CountAvailable>().Run();
        await HalfAMinute(world);
    }

    private static async Task HalfAMinute(TestWorld world)
    {
        for (var i = 0; i < 3; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            // Nodes go on watching: presence is known all the while.
            await world.Queue.Watch(world.Now, 15_000);
        }
        await world.Sweep();
    }

    private Task<IReadOnlyList<Row>> Rows() => _world.Db.Query<Row>("select site, hour, member, minutes from available_minutes order by hour");

    private sealed record Row
    {
        public Guid Site { get; init; }
        public long Hour { get; init; }
        public Guid Member { get; init; }
        public long Minutes { get; init; }
    }
}
