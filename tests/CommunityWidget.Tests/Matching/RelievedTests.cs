using CommunityWidget.Contracts;
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
    [InlineData(Roles.SuperUser)]
    [InlineData(Roles.Agent)]
    public async Task Whoever_comes_while_the_last_one_goes_has_the_question(string role)
    {
        await using var world = await TestWorld.Start();
        var (maya, noah) = (await world.Join(), await world.Join(roles: role, connected: false));
        var thread = await world.Question();
        await world.RunMatching();
        await world.SetAvailable(noah, available: false);
        await world.Queue.Wake(world.Here.Id, world.Now);
        // Noah was read as away, and Maya is read as gone.
        OnceWhileLooking(world, async () =>
        {
            await world.ComeBack(noah);
            await world.SetAvailable(noah, available: true);
            await world.Leave(maya);
        });

        await world.RunMatching();

        Assert.Equal(ThreadStates.Waiting, (await world.Again(thread)).State);
        if (role == Roles.SuperUser) Assert.NotNull(await world.OfferTo(noah, thread));
        else Assert.Contains(await world.Get<ListWaiting>().Run(noah), waiting => waiting.ThreadId == thread.PublicId);
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

    private void OnceWhileLooking(TestWorld world, Func<Task> happens) => world.Queue.Asking = async () =>
    {
        if (_looks++ == 0) await happens();
    };
}
