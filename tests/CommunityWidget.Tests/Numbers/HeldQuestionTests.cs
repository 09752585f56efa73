using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Nobody missed what a moderator had not let through, and nobody is measured by how long that took.</summary>
public sealed class HeldQuestionTests : IAsyncLifetime
{
    private const int HeldMinutes = 3, TakenSeconds = 4;

    private TestWorld _world = null!;
    private MemberCaller _maya = null!, _nour = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.Start(also: services => services.AddNumbers());
        (_maya, _nour) = (await _world.Join(), await _world.Join(roles: Roles.Moderator));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_question_let_through_is_answered_by_who_took_it_and_counts_from_then_on()
    {
        await Answered();

        var report = await _world.Report();

        Assert.Equal((1, 0), (report.All.By[Ends.SuperUsers], report.All.By[Ends.Later]));
        Assert.Equal((1, (long?)TakenSeconds * 1_000), (report.All.Fast, report.All.P50));
        Assert.Equal((long?)TakenSeconds * 1_000, Assert.Single(report.Members).P50);
        Assert.Equal(0, report.Coverage.MostMissed);
    }

    [Fact]
    public async Task A_question_not_let_through_is_named_so_and_was_missed_by_nobody()
    {
        await KeptBack();

        var report = await _world.Report();

        Assert.Equal((1, 0), (report.All.By[Ends.KeptBack], report.All.By[Ends.Unanswered]));
        Assert.Equal(1, report.All.Never);
        Assert.Empty(report.Coverage.Worst);
    }

    [Fact]
    public async Task Nor_was_one_that_nobody_decided_until_its_time_was_over()
    {
        await Held();
        await _world.Leap(TimeSpan.FromDays(9));

        var report = await _world.Report();

        Assert.Equal((1, 0), (report.All.By[Ends.KeptBack], report.All.By[Ends.Unanswered]));
        Assert.Empty(report.Coverage.Worst);
    }

    [Fact]
    public async Task What_the_team_answers_after_hours_of_holding_was_missed_in_the_hour_it_was_let_through()
    {
        await _world.SetAvailable(_maya, false);
        var (sam, thread) = (await _world.JoinAgent(), await Held());
        await _world.Leap(TimeSpan.FromHours(6));
        Assert.NotNull((await _world.Get<DecideHeld>().Pass(_nour, thread.PublicId, 1)).Value);
        await _world.RunMatching();
        Assert.NotNull((await _world.Say(sam, (await _world.Take(sam, thread.PublicId)).Value!)).Value);
        var hours = SiteTime.Of(_world.Here).HourOf(_world.Now).Hour;

        Assert.Equal(hours, Assert.Single((await _world.Report()).Coverage.Worst).Hour);
        _world.Clock.Advance(TimeSpan.FromDays(4));
        while (await _world.Get<PackDays>().Run()) { }
        Assert.Equal(1, await _world.Db.Find<long>("select count(*) from tally_days where packed is not null"));
        Assert.Equal(hours, Assert.Single((await _world.Report()).Coverage.Worst).Hour);
    }

    [Fact]
    public async Task What_was_parked_after_it_was_let_through_is_answered_later()
    {
        var thread = await Held();
        await _world.SetAvailable(_maya, false);
        Assert.NotNull((await _world.Get<DecideHeld>().Pass(_nour, thread.PublicId, 1)).Value);
        await _world.Advance(TimeSpan.FromMinutes(10));
        await _world.SetAvailable(_maya, true);
        Assert.NotNull((await _world.Say(_maya, await _world.Again(thread))).Value);

        Assert.Equal(1, (await _world.Report()).All.By[Ends.Later]);
    }

    [Fact]
    public async Task What_an_earlier_version_counted_of_them_is_put_right()
    {
        await Answered();
        await KeptBack();
        await _world.Report();
        var right = await Rows();
        await Run(
            $"update question_tallies set outcome = 'later', held_ms = 0, taken_ms = taken_ms + {HeldMinutes * 60_000}, answered_ms = answered_ms + {HeldMinutes * 60_000} where outcome = 'super_users'",
            $"update member_tallies set taken_ms = taken_ms + {HeldMinutes * 60_000}",
            "update question_tallies set outcome = 'unanswered' where outcome = 'kept_back'");
        Assert.NotEqual(right, await Rows());

        var sql = Migration.All(_world.Db.Dialect.Name).Single(m => m.Number == 52).Sql;
        await Run(sql[sql.IndexOf("-- Days first", StringComparison.Ordinal)..]);

        Assert.Equal(right, await Rows());
    }

    private async Task<ThreadRecord> Held()
    {
        var arrived = await _world.Arrive();
        var visitor = arrived with { Site = arrived.Site with { Judging = new(Held: "wombat") } };
        var thread = await _world.Thread(visitor, (await _world.Ask(visitor, text: "Do wombats fit in a wombat bag?")).Value!.Thread.ThreadId);
        await _world.Advance(TimeSpan.FromMinutes(HeldMinutes));
        return thread;
    }

    private async Task Answered()
    {
        var thread = await Held();
        Assert.NotNull((await _world.Get<DecideHeld>().Pass(_nour, thread.PublicId, 1)).Value);
        await _world.RunMatching();
        await _world.Advance(TakenSeconds);
        var talk = (await _world.Accept(_maya, (await _world.OfferTo(_maya, thread)).Id)).Value!;
        Assert.NotNull((await _world.Say(_maya, talk)).Value);
    }

    private async Task KeptBack()
    {
        var thread = await Held();
        Assert.NotNull((await _world.Get<DecideHeld>().Refuse(_nour, thread.PublicId, 1)).Value);
        _world.Clock.Advance(TimeSpan.FromMilliseconds(Change.UndoWithinMs + 1));
        await _world.Get<TellKeptBack>().Run();
    }

    private async Task<string> Rows() => string.Join('\n', (await _world.Db.Query<string>(
        "select q.outcome || ' ' || coalesce(q.taken_ms, 0) || ' ' || coalesce(q.answered_ms, 0) || ' ' || q.held_ms || ' ' || coalesce(m.taken_ms, 0) from question_tallies q left join member_tallies m on m.thread = q.thread order by q.asked_at")));

    private Task Run(params string[] statements) => _world.Db.Write<Done>(async tx =>
    {
        foreach (var statement in statements) await tx.Execute(statement);
        return Done.It;
    });
}
