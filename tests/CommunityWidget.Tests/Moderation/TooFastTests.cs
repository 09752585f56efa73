using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Tests.Integrations;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Very many messages in a short time, over the doors of the running program.</summary>
public sealed class TooFastTests(TooFastTests.LimitedApp app) : IClassFixture<TooFastTests.LimitedApp>
{
    [Fact]
    public async Task Whoever_sends_very_much_at_once_is_told_when_to_go_on_and_whoever_answers_for_the_shop_is_not()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await using var agent = await shop.Agent();
        var thread = (await visitor.Socket.Ask(Keys.Question("Where is it?"))).Value!.Thread.ThreadId;
        var fence = (await agent.Take(thread)).Value!.Fence;

        // The question was the first of five.
        for (var sent = 1; sent < 5; sent++) Assert.NotNull((await visitor.Socket.Send(new(thread, Keys.New(), $"And {sent}?"))).Value);
        var refused = (await visitor.Http.Send(new(thread, Keys.New(), "And then?"))).Refusal!;
        for (var said = 0; said < 8; said++) Assert.NotNull((await agent.Send(new(thread, Keys.New(), $"Step {said}", fence))).Value);

        Assert.Equal((Refusals.TooMany.Number, Refusals.TooMany.Code, Refusals.TooMany.RetryAfter), (refused.Number, refused.Code, refused.RetryAfter));
        Assert.Equal(0, await app.Db.Find<long>("select count(*) from events where body = 'And then?'"));
        await app.Check();
    }

    [Fact]
    public async Task What_was_stored_has_its_answer_however_much_was_said_since()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var (question, first) = (Keys.Question("Where is it?"), Keys.New());
        var thread = (await visitor.Socket.Ask(question)).Value!.Thread.ThreadId;
        var stored = (await visitor.Http.Send(new(thread, first, "And one?"))).Value!;
        for (var sent = 2; sent < 5; sent++) Assert.NotNull((await visitor.Http.Send(new(thread, Keys.New(), $"And {sent}?"))).Value);
        Assert.Equal(Refusals.TooMany.Number, (await visitor.Http.Send(new(thread, Keys.New(), "And then?"))).Refusal!.Number);

        Assert.Equal(stored.Seq, (await visitor.Http.Send(new(thread, first, "And one?"))).Value?.Seq);
        Assert.Equal(stored.Seq, (await visitor.Socket.Send(new(thread, first, "And one?"))).Value?.Seq);
        Assert.Equal(thread, (await visitor.Socket.Ask(question)).Value?.Thread.ThreadId);
        await app.Check();
    }

    [Fact]
    public async Task A_program_that_speaks_for_a_volunteer_is_not_counted()
    {
        var shop = await app.Open();
        var (program, _) = await app.Program(shop, actsAs: await shop.Add(Roles.SuperUser));
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("Where is it?"))).Value!.Thread.ThreadId;
        // While it waits it is nobody's but whom it is offered to.
        await visitor.Screen.Until(thread, e => e.Status?.State == ThreadStates.Parked, "parked");

        for (var said = 0; said < 8; said++) Assert.Null((await program.Post<ThreadEntry>($"/api/v1/threads/{thread}/answers", new { text = $"Step {said}" }, $"answer-key-{said}")).Refusal);
        await app.Check();
    }

    [Fact]
    public async Task Ratings_in_ever_other_words_are_counted_with_the_messages_and_stars_alone_are_not()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        await using var agent = await shop.Agent();
        var thread = (await visitor.Socket.Ask(Keys.Question("Where is it?"))).Value!.Thread.ThreadId;
        Assert.NotNull((await agent.Take(thread)).Value);

        // The question was the first of five.
        for (var rated = 1; rated < 5; rated++) Assert.NotNull((await visitor.Socket.Rate(new(thread, 1, $"Bad {rated}"))).Value);

        Assert.Equal(Refusals.TooMany.Number, (await visitor.Socket.Rate(new(thread, 1, "Bad 5"))).Refusal?.Number);
        Assert.Equal((Refusals.TooMany.Number, Refusals.TooMany.RetryAfter), (await visitor.Http.Rate(new(thread, 1, "Bad 6"))).Refusal is { } refused ? (refused.Number, refused.RetryAfter) : default);
        Assert.NotNull((await visitor.Http.Rate(new(thread, 2))).Value);
        Assert.Equal(5, await app.Db.Find<long>("select count(*) from events e join threads t on t.id = e.thread where t.public_id = @thread and e.kind = 'rating'", new { thread }));
        await app.Check();
    }

    public sealed class LimitedApp() : RunningApp(new() { ["Limits:Enabled"] = "true", ["Limits:MessagesInTenSeconds"] = "5" });
}
