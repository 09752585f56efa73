using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

public sealed class IdempotencyTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory, InlineData("socket", "http"), InlineData("http", "socket")]
    public async Task A_visitors_message_resent_over_either_door_is_stored_once(string first, string again)
    {
        var (visitor, member, live) = await Live();
        var key = Keys.New();
        var sent = await visitor.Door(first).Send(new(live.ThreadId, key, "once"));
        Assert.Equal(sent, await visitor.Door(again).Send(new(live.ThreadId, key, "once")));
        Assert.Equal(Refusals.KeyReused, (await visitor.Door(again).Send(new(live.ThreadId, key, "twice"))).Refusal);
        Assert.Equal(422, (await visitor.Web.Ask(HttpMethod.Post, $"/api/threads/{live.ThreadId}/events", """{"text":"thrice"}""", key)).Status);

        // Whatever happened to the thread since.
        await member.End(live.ThreadId, live.Fence);
        Assert.Equal(sent, await visitor.Door(again).Send(new(live.ThreadId, key, "once")));
        Assert.Equal(["Hello?", "once"], (await visitor.Http.Resume(live.ThreadId, 0)).Value!.Events.Where(e => e.Text is not null).Select(e => e.Text));
    }

    [Fact]
    public async Task A_members_message_resent_over_either_door_is_stored_once()
    {
        var (_, member, live) = await Live();
        var message = new Contracts.SuperUsers.MemberMessage(live.ThreadId, Keys.New(), "once", live.Fence);
        var sent = await member.Send(message);
        Assert.Equal(sent, await member.Post(message));
        Assert.Equal(Refusals.KeyReused, (await member.Post(message with { Text = "twice" })).Refusal);
        Assert.Equal(Refusals.KeyReused, (await member.Send(message with { Text = "twice" })).Refusal);

        await member.Release(live.ThreadId, live.Fence);
        Assert.Equal(sent, await member.Send(message));
        // Waiting again or already parked, as matching got to it or not.
        Assert.Contains((await member.Send(message with { Key = Keys.New() })).Refusal!, new[] { Refusals.NotParticipant, Refusals.StaleFence });
    }

    [Theory, InlineData("socket"), InlineData("http")]
    public async Task A_key_used_in_one_thread_is_refused_in_another(string door)
    {
        var (visitor, member, live) = await Live();
        var key = Keys.New();
        await visitor.Door(door).Send(new(live.ThreadId, key, "the same words"));
        await member.End(live.ThreadId, live.Fence);
        var other = (await visitor.Door(door).Ask(Keys.Question("Another thing"))).Value!.Thread.ThreadId;
        Assert.Equal(Refusals.KeyReused, (await visitor.Door(door).Send(new(other, key, "the same words"))).Refusal);
    }

    [Fact]
    public async Task Twenty_resends_at_once_over_both_doors_get_twenty_equal_answers()
    {
        var (visitor, _, live) = await Live();
        var message = new Contracts.Visitors.VisitorMessage(live.ThreadId, Keys.New(), "in a tunnel");
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? visitor.Socket : visitor.Http).Send(message)));
        Assert.Single(replies.Select(r => r.Value).Distinct());
        await app.Check();
    }

    private async Task<(VisitorDriver Visitor, SuperUserDriver Member, ThreadSnapshot Live)> Live()
    {
        var shop = await app.Open();
        var member = await shop.SuperUser();
        var visitor = await shop.ConnectedVisitor();
        var asked = (await visitor.Socket.Ask(Keys.Question("Hello?"))).Value!;
        return (visitor, member, await member.AcceptNext(asked.Thread.ThreadId));
    }
}
