using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching;

/// <summary>The main path, told once by the use cases themselves.</summary>
public sealed class OneQuestionTests
{
    [Fact]
    public async Task A_question_is_offered_accepted_answered_and_ended()
    {
        await using var world = await TestWorld.Start();
        var (maya, leo) = (await world.Join(), await world.Join());
        var visitor = await world.Arrive();

        var thread = await world.Thread(visitor, (await world.Ask(visitor)).Value!.Thread.ThreadId);
        await world.RunMatching();
        Assert.Equal(2, (await world.OpenOffers(thread)).Count);
        Assert.All(await world.OpenOffers(thread), offer => Assert.Equal(world.Now, offer.ShownAt));

        thread = (await world.Accept(maya, (await world.OfferTo(maya, thread)).Id)).Value!;
        Assert.Equal(ThreadStates.Live, thread.State);
        Assert.Contains(world.Notices.OffersEnded, o => o.Member == leo.Id && o.Ended.Reason == "rescinded");

        Assert.NotNull((await world.Say(maya, thread)).Value);
        Assert.NotNull((await world.Say(visitor, thread)).Value);
        Assert.NotNull((await world.End(visitor, thread)).Value);
        Assert.Equal(0, (await world.Row(maya)).Busy);
        Assert.Equal(ThreadStates.Closed, (await world.Again(thread)).State);
    }
}
