using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Over real sockets: whoever is answered by somebody who vanishes is answered by somebody else.</summary>
public sealed class VanishedResponderTests(VanishedResponderTests.Impatient app) : IClassFixture<VanishedResponderTests.Impatient>
{
    [Fact]
    public async Task A_responder_who_vanishes_loses_the_conversation_to_someone_else_with_its_age_and_history()
    {
        var shop = await app.Open();
        await using var first = await shop.SuperUser();
        await using var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Still there?"))).Value!.Thread;
        var live = await first.AcceptNext(asked.ThreadId);
        await first.Send(asked.ThreadId, "One moment.", live.Fence);
        // There before, so that only one of the two is silent for long.
        await using var second = await shop.SuperUser();
        first.Line.Vanish();

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

    /// <summary>Silence counts soon here, but later than a busy machine stalls.</summary>
    public sealed class Impatient() : RunningApp(new() { ["Matching:SilenceMs"] = "6000", ["Matching:BeatMs"] = "200", ["Matching:SweepMs"] = "200" });
}
