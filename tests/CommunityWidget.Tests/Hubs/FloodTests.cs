using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Too much, too deep, too often: refused by number or by a closed line, and nobody else notices.</summary>
public sealed class FloodTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const int Frames = 1_000;

    [Theory]
    [InlineData("""{"type":1,"target":"Nowhere","arguments":[]}""")]
    [InlineData("""{"type":1,"target":"Typing","arguments":["abcdefghij"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Send","arguments":[{"threadId":"abcdefghij","key":"none","text":""}]}""")]
    public async Task A_thousand_frames_at_once_hold_up_nobody_else(string frame)
    {
        var shop = await app.Open();
        await using var bystander = await shop.ConnectedVisitor();
        await using var visitor = await shop.ConnectedVisitor();
        for (var number = 0; number < Frames && !visitor.Line.Ended.IsCompleted; number++) await visitor.Line.SendText(frame);
        Assert.NotNull((await bystander.Socket.Ask(Keys.Question("Still there?"))).Value);
        if (!visitor.Line.Ended.IsCompleted) Assert.NotNull((await visitor.Socket.Ask(Keys.Question("Me too?"))).Value);
        await app.Check();
    }

    [Fact]
    public async Task A_megabyte_is_refused_before_it_is_read()
    {
        var visitor = await (await app.Open()).Visitor();
        var megabyte = $$"""{"text":"{{new string('x', 1_000_000)}}"}""";
        foreach (var path in new[] { "/api/threads", "/api/tickets", "/api/threads/abcdefghij/events", "/api/visitors" })
        {
            // The server may close the line under the sender: that is an answer too.
            if (await Answer(() => visitor.Web.Ask(HttpMethod.Post, path, megabyte, Keys.New())) is not { } answer) continue;
            if (path != "/api/visitors") Assert.Equal((413, Refusals.TextTooLong.Code), (answer.Status, answer.Refusal!.Code));
            Assert.True(answer.Status < 500);
        }
        // A line the server is about to close may be taken once more: the key makes trying again harmless.
        var key = Keys.New();
        WebAnswer? less = null;
        while (less is null) less = await Answer(() => visitor.Web.Ask(HttpMethod.Post, "/api/threads", """{"text":"A little less?"}""", key));
        Assert.Equal(200, less.Status);
        await app.Check();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task A_thousand_levels_deep_is_refused_and_closes_at_most_its_own_line(string open, string close)
    {
        var shop = await app.Open();
        await using var bystander = await shop.ConnectedVisitor();
        await using var visitor = await shop.ConnectedVisitor();
        var deep = string.Concat(Enumerable.Repeat(open, 1_000)) + "1" + string.Concat(Enumerable.Repeat(close, 1_000));
        var answer = await visitor.Web.Ask(HttpMethod.Post, "/api/threads", $$"""{"text":{{deep}}}""", Keys.New());
        Assert.Equal((400, Refusals.NotUnderstood.Code), (answer.Status, answer.Refusal!.Code));
        await visitor.Line.SendText($$"""{"type":1,"invocationId":"1","target":"Ask","arguments":[{{deep}}]}""");
        Assert.NotNull((await bystander.Socket.Ask(Keys.Question("Still there?"))).Value);
        await app.Check();
    }

    private static async Task<WebAnswer?> Answer(Func<Task<WebAnswer>> ask)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
