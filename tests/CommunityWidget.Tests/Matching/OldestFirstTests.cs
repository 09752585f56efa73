using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>The oldest question is served first, on its own site.</summary>
public sealed class OldestFirstTests
{
    [Fact]
    public async Task A_member_who_comes_online_is_offered_the_oldest_question()
    {
        await using var world = await TestWorld.Start();
        await world.JoinAgent();
        var questions = new List<ThreadRecord>();
        for (var i = 0; i < 3; i++)
        {
            questions.Add(await world.Question());
            await world.RunMatching();
            await world.Advance(1);
        }
        Assert.All(questions, q => Assert.Equal(ThreadStates.Waiting, q.State));

        var maya = await world.Join(seats: 2);
        await world.RunMatching();

        Assert.NotNull(await world.OfferTo(maya, questions[0]));
        Assert.NotNull(await world.OfferTo(maya, questions[1]));
        Assert.Empty(await world.OpenOffers(questions[2]));
    }

    [Fact]
    public async Task A_freed_seat_goes_to_the_oldest_question()
    {
        await using var world = await TestWorld.Start();
        await world.JoinAgent();
        var maya = await world.Join(seats: 1);
        var held = await world.Question();
        await world.RunMatching();
        held = (await world.Accept(maya, (await world.OfferTo(maya, held)).Id)).Value!;
        var older = await world.Question();
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var younger = await world.Question();
        await world.RunMatching();

        await world.End(maya, held);
        await world.RunMatching();

        Assert.NotNull(await world.OfferTo(maya, older));
        Assert.Empty(await world.OpenOffers(younger));
    }

    [Fact]
    public async Task Nobody_is_offered_a_question_of_another_site()
    {
        await using var world = await TestWorld.Start();
        await world.Join(world.There);
        await world.JoinAgent(world.There);

        var thread = await world.Question(world.Here);
        await world.RunMatching();

        Assert.Equal(ThreadStates.Parked, (await world.Again(thread)).State);
    }
}
