using CommunityWidget.Contracts;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Nobody waits without an honest word: the ladder's ends, and a responder who vanishes.</summary>
public sealed class BoundedWaitingTests(BoundedWaitingTests.Impatient app) : IClassFixture<BoundedWaitingTests.Impatient>
{
    private static readonly Ladder Quick = new(
    [
        new(RungKinds.Topic, 4, OfferMs: 400, StaysMs: 600),
        new(RungKinds.Anyone, 8, OfferMs: 400, StaysMs: 600),
        new(RungKinds.Agents, 8, OfferMs: 400, StaysMs: 800),
    ]);

    [Fact]
    public async Task With_nobody_connected_a_question_is_parked_within_two_seconds()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Anybody?"))).Value!.Thread;
        var parked = await visitor.Screen.UntilReason(asked.ThreadId, "parked");
        Assert.Equal((ThreadStates.Parked, RungKinds.Parked), (parked.Status!.State, parked.Status.Rung));
        Assert.InRange(parked.At - asked.AskedAt, 0, 2_000);
    }

    [Fact]
    public async Task With_only_an_agent_connected_a_question_is_theirs_within_two_seconds()
    {
        var shop = await app.Open();
        await using var agent = await shop.Agent();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Support?"))).Value!.Thread;
        var handed = await visitor.Screen.UntilReason(asked.ThreadId, "handed_to_agents");
        Assert.Equal((ThreadStates.Waiting, RungKinds.Agents), (handed.Status!.State, handed.Status.Rung));
        Assert.InRange(handed.At - asked.AskedAt, 0, 2_000);
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
    public async Task A_responder_who_vanishes_loses_the_conversation_to_someone_else_with_its_age_and_history()
    {
        var shop = await app.Open();
        await using var first = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Still there?"))).Value!.Thread;
        var live = await first.AcceptNext(asked.ThreadId);
        await first.Send(asked.ThreadId, "One moment.", live.Fence);
        first.Line.Vanish();

        await using var second = await shop.SuperUser();
        var offer = await second.NextOffer(asked.ThreadId);
        Assert.True(offer.Returning);
        Assert.Equal(asked.AskedAt, offer.AskedAt);
        var rescued = (await second.Accept(offer.OfferId)).Value!;
        Assert.Equal(["Still there?", "One moment."], rescued.Events.Where(e => e.Kind == EventKinds.Message).Select(e => e.Text));
        Assert.Equal(rescued.Responder!.Id, (await visitor.Screen.Until(asked.ThreadId, e => e.Status is { Reason: "accepted" } s && s.Fence == rescued.Fence, "the rescue")).Status!.Responder!.Id);
        Assert.Single(visitor.Screen.Of(asked.ThreadId), e => e.Status?.Reason == "vanished");

        // Back from the tunnel with an old fence: nothing of theirs is written, nothing of it is lost either.
        await first.Connect();
        Assert.Equal(Refusals.NotParticipant, (await first.Send(asked.ThreadId, "Sorry, a tunnel.", live.Fence)).Refusal);
        Assert.Equal((0, 1), ((await shop.Row(first)).Busy, (await shop.Row(second)).Busy));
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

    /// <summary>Silence counts soon here.</summary>
    public sealed class Impatient() : RunningApp(new() { ["Matching:SilenceMs"] = "3000", ["Matching:BeatMs"] = "200", ["Matching:SweepMs"] = "200" });
}
