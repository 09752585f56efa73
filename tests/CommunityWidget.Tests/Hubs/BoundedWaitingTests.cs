using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Nobody waits without an honest word: the ladder's ends.</summary>
public sealed class BoundedWaitingTests(BoundedWaitingTests.Quicker app) : IClassFixture<BoundedWaitingTests.Quicker>
{
    private static readonly Ladder Quick = new(
    [
        new(RungKinds.Topic, 4, OfferMs: 400, StaysMs: 600),
        new(RungKinds.Anyone, 8, OfferMs: 400, StaysMs: 600),
        new(RungKinds.Agents, 8, OfferMs: 400, StaysMs: 800),
    ]);

    [Fact]
    public async Task With_nobody_connected_a_question_is_parked_and_whoever_asked_is_told()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread;
        var parked = await visitor.Screen.UntilReason(asked.ThreadId, "parked");
        Assert.Equal((ThreadStates.Parked, RungKinds.Parked), (parked.Status!.State, parked.Status.Rung));
    }

    [Fact]
    public async Task With_only_an_agent_connected_a_question_is_theirs_and_whoever_asked_is_told()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Support?"))).Value!.Thread;
        var handed = await visitor.Screen.UntilReason(asked.ThreadId, "handed_to_agents");
        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents), (handed.Status!.State, handed.Status.Rung));
        Assert.Equal(asked.ThreadId, Assert.Single(await agent.Waiting()).ThreadId);
    }

    [Fact]
    public async Task A_question_nobody_answers_climbs_every_rung_and_is_parked_and_each_missed_offer_ends()
    {
        var shop = await app.Open(Quick);
        await using var member = await shop.SuperUser();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Hello?"))).Value!.Thread.ThreadId;
        var first = await member.NextOffer(id);
        Assert.Equal("expired", await member.UntilOfferEnded(first.OfferId));
        Assert.Equal(Refusals.OfferExpired, (await member.Accept(first.OfferId)).Refusal);
        await visitor.Screen.UntilReason(id, "parked");
        Assert.Equal(["asked", "widened", "handed_to_agents", "parked"], visitor.Screen.Of(id).Select(e => e.Status?.Reason).OfType<string>());
        await app.Check();
    }

    [Fact]
    public async Task When_everyone_of_a_wave_declines_the_next_rung_comes_at_once_and_never_asks_them_again()
    {
        var shop = await app.Open();
        await using var one = await shop.SuperUser();
        await using var two = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var id = (await visitor.Socket.Ask(Keys.Question("Please?"))).Value!.Thread.ThreadId;
        await one.Decline((await one.NextOffer(id)).OfferId);
        await two.Decline((await two.NextOffer(id)).OfferId);
        await visitor.Screen.UntilReason(id, "parked");
        Assert.Empty((await one.Console()).Offers);
        await app.Check();
    }

    [Fact]
    public async Task Offers_of_a_member_who_leaves_go_to_others_at_once()
    {
        var shop = await app.Open(new([new(RungKinds.Anyone, 1, OfferMs: 60_000, StaysMs: 60_000)]));
        var first = await shop.SuperUser();
        var visitor = await shop.Visitor();
        var asked = (await visitor.Http.Ask(Keys.Question("Who else?"))).Value!.Thread;
        await first.NextOffer(asked.ThreadId);
        await using var second = await shop.SuperUser();
        await first.DisposeAsync();
        Assert.InRange((await second.NextOffer(asked.ThreadId)).OfferedAt - asked.AskedAt, 0, 50_000);
        await app.Check();
    }

    /// <summary>Whoever is there is looked for more often.</summary>
    public sealed class Quicker() : RunningApp(new() { ["Matching:BeatMs"] = "200", ["Matching:SweepMs"] = "200" });
}
