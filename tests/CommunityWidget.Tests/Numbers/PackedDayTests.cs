using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Numbers;

/// <summary>A day that rests is read from one row; whatever is counted of it later is in the next report all the same.</summary>
public sealed class PackedDayTests
{
    [Fact]
    public void A_day_comes_out_as_it_went_in()
    {
        var (maya, leo) = (new TestClock().NewId(), new TestClock().NewId());
        QuestionRow[] day =
        [
            new() { AskedAt = (20_500 * PackedDay.Ms) + 1, Language = "fr", Topic = "vélos", Outcome = Ends.Later, TakenMs = 0, TakenRung = RungKinds.Parked, ReachedTeam = true, Stars = 5, VisitorMessages = 1, TeamMessages = 300, Members = [new(maya, true, 300), new(leo, false, 1, Helped: true)] },
            new() { AskedAt = (20_501 * PackedDay.Ms) - 1, Language = "en", Outcome = Ends.Withdrawn, SuperUserMessages = 7 },
            new() { AskedAt = (20_501 * PackedDay.Ms) - 1, Language = "en", Outcome = Ends.SuperUsers, SuperUserMessages = 1, Members = [new(maya, true, 1), new(leo, false, 0, Helped: true)] },
        ];

        Assert.Equivalent(day, PackedDay.Unpack(20_500, PackedDay.Pack(20_500, day)), strict: true);
        Assert.Empty(PackedDay.Unpack(20_500, PackedDay.Pack(20_500, [])));
    }

    [Fact]
    public void What_a_node_packed_that_knew_less_is_read_and_it_reads_what_others_pack()
    {
        QuestionRow[] day = [new() { AskedAt = (20_500 * PackedDay.Ms) + 1, Language = "fr", Outcome = Ends.Team, TeamMessages = 2, Members = [new(new TestClock().NewId(), true, 2)] }];
        var packed = PackedDay.Pack(20_500, day);

        // What such a node writes, and as far as it reads: all but how many helped in each question, and for how long it was held, at the end.
        Assert.Equivalent(day, PackedDay.Unpack(20_500, packed[..^2]), strict: true);
        Assert.Equivalent(day, PackedDay.Unpack(20_500, packed[..^1]), strict: true);
        QuestionRow[] more = [day[0] with { HeldMs = 5, Members = [day[0].Members[0] with { Helped = true }] }];
        Assert.Equal(packed[..^2], PackedDay.Pack(20_500, more)[..(packed.Length - 2)]);
        Assert.Equivalent(more, PackedDay.Unpack(20_500, PackedDay.Pack(20_500, more)), strict: true);
    }

    [Fact]
    public async Task A_rating_that_comes_when_the_day_is_packed_is_in_the_next_report()
    {
        await using var world = await World();
        var (visitor, thread) = await Answered(world);
        await Pack(world);
        Assert.Equal(1, await Packed(world));

        await world.Get<RateThread>().Run(visitor, new(thread.PublicId, 4, null));
        await Count(world);
        Assert.Equal(0, await Packed(world));
        Assert.Equal(1, (await Report(world)).All.Rated);

        await Pack(world);
        Assert.Equal(1, await Packed(world));
        Assert.Equal(1, (await Report(world)).All.Rated);
    }

    [SqliteFact]
    public async Task What_was_counted_while_a_day_was_being_packed_is_not_packed_away()
    {
        var file = await WorldFile.Create();
        var dialect = new CountsMeanwhile(file.Path);
        await using var world = await TestWorld.Start(also: services => services.AddNumbers().AddSingleton<SqlDialect>(dialect), on: file);
        await Answered(world);
        world.Clock.Advance(TimeSpan.FromDays(4));

        dialect.Counts = true;
        await world.Get<PackDays>().Run();
        Assert.Equal(0, await Packed(world));
        dialect.Counts = false;
        await world.Get<PackDays>().Run();
        Assert.Equal(1, await Packed(world));
    }

    [Fact]
    public async Task A_long_talk_is_not_read_again_for_each_of_its_messages_and_counted_to_the_last_when_it_ends()
    {
        await using var world = await World();
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        var counted = new HashSet<long>();
        for (var i = 0; i < 60; i++)
        {
            await world.Say(maya, thread);
            await Count(world);
            counted.Add(await world.Db.Find<long>("select seq from question_tallies"));
        }

        Assert.InRange(counted.Count, 2, 20);
        await world.End(visitor, thread);
        await Count(world);
        Assert.Equal(60, (await Report(world)).All.SuperUserMessages);
    }

    [Fact]
    public async Task Numbers_that_are_kept_no_longer_are_in_no_packed_day_either()
    {
        await using var world = await World();
        await Answered(world);
        await Pack(world);
        var asked = (await Report(world)).All.Asked;
        world.Clock.Advance(TimeSpan.FromDays(world.Here.Retention.Numbers));

        while (await world.Get<PurgeOld>().Run()) { }

        Assert.Equal((1, 0), (asked, (await Report(world)).All.Asked));
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from tally_days"));
    }

    [Theory]
    [InlineData(false, Ends.Withdrawn)]
    [InlineData(true, Ends.Wordless)]
    public async Task A_question_that_was_erased_before_anybody_answered_is_open_no_more(bool taken, string ends)
    {
        await using var world = await World();
        var visitor = await world.Arrive();
        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        if (taken) Assert.NotNull((await world.Take(await world.JoinAgent(), thread.PublicId)).Value);
        await Count(world);
        await Pack(world);
        Assert.Equal(1, (await Report(world)).All.By[Ends.Open]);

        Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);
        await Count(world);

        var report = await Report(world);
        Assert.Equal((0, 1), (report.All.By.GetValueOrDefault(Ends.Open), report.All.By.GetValueOrDefault(ends)));
        await Pack(world);
        Assert.Equal(1, (await Report(world)).All.By.GetValueOrDefault(ends));
    }

    private static Task<TestWorld> World() => TestWorld.Start(also: services => services.AddNumbers());

    private static async Task<(VisitorCaller Visitor, ThreadRecord Thread)> Answered(TestWorld world)
    {
        var maya = await world.Join();
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Say(maya, thread);
        await world.End(maya, thread);
        await Count(world);
        return (visitor, thread);
    }

    private static async Task Count(TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await world.Get<TallyQuestions>().Run()) { }
    }

    private static async Task Pack(TestWorld world)
    {
        world.Clock.Advance(TimeSpan.FromDays(4));
        while (await world.Get<PackDays>().Run()) { }
    }

    private static Task<long> Packed(TestWorld world) => world.Db.Find<long>("select count(*) from tally_days where packed is not null");

    // Of the day on which the clock of tests begins.
    private static Task<Report> Report(TestWorld world) => world.Get<MakeReport>().Of(world.Here, new(new(2026, 3, 1), new(2026, 3, 3)), new());

    /// <summary>Between a node's reading of a day and its writing another one counts.</summary>
    private sealed class CountsMeanwhile(string path) : DialectAround(new SqliteDialect(path))
    {
        public bool Counts { get; set; }

        public override async Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience)
        {
            if (Counts) await connection.ExecuteAsync("update tally_days set version = version + 1, packed = null");
            return await base.Begin(connection, patience);
        }
    }
}
