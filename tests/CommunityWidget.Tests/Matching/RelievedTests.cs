using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>One helper comes and another one goes while matching looks: at no moment was nobody there, and nothing is left to e-mail.</summary>
public sealed class RelievedTests
{
    private int _looks;

    [Theory]
    [InlineData(Roles.SuperUser, true), InlineData(Roles.SuperUser, false)]
    [InlineData(Roles.Agent, true), InlineData(Roles.Agent, false)]
    public async Task Whoever_comes_while_the_last_one_goes_has_the_question_whether_their_bell_was_heard_in_time_or_not(string role, bool heard)
    {
        await using var world = await TestWorld.Start();
        var (maya, noah) = (await world.Join(), await world.Join(roles: role, available: false));
        var thread = await world.Question();
        // Noah was read as away, and Maya is read as gone.
        OnceWhileLooking(world, () => heard ? Relieve(world, maya, noah) : RelieveInSilence(world, maya, noah));

        await world.RunMatching();

        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        if (role == Roles.SuperUser) Assert.NotNull(await world.OfferTo(noah, thread));
        else Assert.Contains(await world.Get<ListWaiting>().Run(noah), waiting => waiting.ThreadId == thread.PublicId);
    }

    [Fact]
    public async Task With_the_team_there_too_the_visitor_is_not_told_that_the_community_had_nobody()
    {
        await using var world = await TestWorld.Start();
        await world.JoinAgent();
        var (maya, noah) = (await world.Join(), await world.Join(available: false));
        var thread = await world.Question();
        OnceWhileLooking(world, () => Relieve(world, maya, noah));

        await world.RunMatching();

        Assert.NotNull(await world.OfferTo(noah, thread));
        Assert.DoesNotContain(world.Notices.Events, told => told.Happened.Status?.Reason == "handed_to_agents");
    }

    [Fact]
    public async Task With_nobody_there_a_question_is_parked_though_others_come_and_go_without_end()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join(connected: false);
        var thread = await world.Question();
        world.Queue.Asking = async () =>
        {
            _looks++;
            await world.SetAvailable(maya, available: false);
        };

        await world.Get<AdvanceMatching>().Run();

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
        Assert.Equal(3, _looks);
    }

    [Theory]
    [InlineData(1), InlineData(25)]
    public async Task With_nobody_there_and_nobody_who_rings_all_are_parked_at_the_second_look(int questions)
    {
        await using var world = await TestWorld.Start();
        for (var more = 1; more < questions; more++) await world.Question();
        var thread = await world.Question();
        world.Queue.Asking = () =>
        {
            _looks++;
            return Task.CompletedTask;
        };

        await world.Get<AdvanceMatching>().Run();

        Assert.Equal((ThreadStates.Parked, 2), ((await world.Again(thread)).State, _looks));
    }

    private static async Task Relieve(TestWorld world, MemberCaller who, MemberCaller by)
    {
        await world.SetAvailable(by, available: true);
        await world.Leave(who);
    }

    // What they did can be read already, and their bells ring later.
    private static async Task RelieveInSilence(TestWorld world, MemberCaller who, MemberCaller by)
    {
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<MemberSeats>().SetIntent(tx, by.Id, Intents.Available);
            return Done.It;
        });
        await world.Queue.Leave(world.Here.Id, "elsewhere", who.Id, world.Now, othersSince: world.Now + 1);
    }

    private void OnceWhileLooking(TestWorld world, Func<Task> happens) => world.Queue.Asking = async () =>
    {
        if (_looks++ == 0) await happens();
    };
}
