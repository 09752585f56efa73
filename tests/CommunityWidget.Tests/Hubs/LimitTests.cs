using System.Net.WebSockets;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Limits are written down, and the same over both doors.</summary>
public sealed class LimitTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static TheoryData<string, string> Doors => new() { { "socket", "😀" }, { "http", "😀" }, { "socket", "é" }, { "http", "é" }, { "socket", "x" }, { "http", "x" } };

    [Theory, MemberData(nameof(Doors))]
    public async Task A_text_of_4000_code_points_and_16_kB_is_taken_and_one_more_is_not(string door, string letter)
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var longest = string.Concat(Enumerable.Repeat(letter, Limits.TextCodePoints));
        var asked = (await visitor.Door(door).Ask(Keys.Question(longest))).Value!;
        Assert.Equal(longest, asked.Thread.Events[0].Text);
        Assert.Equal(Refusals.TextTooLong, (await visitor.Door(door).Send(new(asked.Thread.ThreadId, Keys.New(), longest + letter))).Refusal);
        Assert.NotNull((await visitor.Door(door).Send(new(asked.Thread.ThreadId, Keys.New(), longest))).Value);
    }

    [Theory, InlineData("socket"), InlineData("http")]
    public async Task Lines_end_alike_and_letters_are_composed_before_they_are_counted_and_stored(string door)
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var text = "a\r\nb\rc\n\td e\u0301 " + string.Concat(Enumerable.Repeat("e\u0301", 3_900));
        var stored = (await visitor.Door(door).Ask(Keys.Question(text))).Value!.Thread.Events[0].Text!;
        Assert.Equal("a\nb\nc\n\td é " + new string('é', 3_900), stored);
    }

    [Fact]
    public async Task A_frame_of_33_kB_closes_its_line_and_a_body_of_33_kB_is_refused()
    {
        var shop = await app.Open();
        await using var bystander = await shop.ConnectedVisitor();
        await using var visitor = await shop.ConnectedVisitor();
        var huge = new string('x', 33 * 1024);
        await Assert.ThrowsAsync<HubError>(() => visitor.Socket.Ask(Keys.Question(huge)));
        Assert.NotNull(await visitor.Line.Ended.WaitAsync(Wire.Patience));
        Assert.Equal(WebSocketState.Open, bystander.Line.Ended.IsCompleted ? WebSocketState.Closed : WebSocketState.Open);

        var answer = await visitor.Web.Ask(HttpMethod.Post, "/api/threads", $$"""{"text":"{{huge}}"}""", Keys.New());
        Assert.Equal((413, Refusals.TextTooLong.Code), (answer.Status, answer.Refusal!.Code));
        Assert.Equal(0, await app.Db.Find<long>("select count(*) from threads where site = @Id", new { shop.Site.Id }));
    }

    [Fact]
    public async Task A_name_of_40_is_taken_and_41_is_not()
    {
        var visitor = await (await app.Open()).Visitor();
        Assert.Equal(Refusals.NameNotUsable, (await visitor.Http.Ask(Keys.Question("Hi") with { Name = new string('n', 41) })).Refusal);
        Assert.NotNull((await visitor.Http.Ask(Keys.Question("Hi") with { Name = new string('n', 40) })).Value);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"text\":7}")]
    [InlineData("")]
    public async Task A_body_that_cannot_be_read_is_refused_in_the_same_shape(string json)
    {
        var visitor = await (await app.Open()).Visitor();
        var answer = await visitor.Web.Ask(HttpMethod.Post, "/api/threads", json, Keys.New());
        Assert.Equal((400, Refusals.NotUnderstood.Code), (answer.Status, answer.Refusal!.Code));
    }
}
