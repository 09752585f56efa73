using System.Net.WebSockets;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>Whatever comes down a socket: an answer or a closed line, never a crash, and never more than one line's trouble.</summary>
public sealed class ProtocolTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Unknown_methods_and_wrong_arguments_get_an_error_without_details_and_the_line_stays()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        (string Method, object?[] Arguments)[] wrong =
        [
            ("Drop", []), ("ask", []), ("Ask", []), ("Ask", [1, 2, 3]), ("Ask", ["text"]), ("Resume", ["one"]), ("Resume", ["one", "two"]),
            ("Resume", [null, null]), ("End", [new { }]), ("Rate", [new { stars = "five" }]), ("OnConnectedAsync", []), ("Dispose", []), ("ToString", []),
        ];
        foreach (var (method, arguments) in wrong)
        {
            var error = await Assert.ThrowsAsync<HubError>(() => visitor.Line.Call<object>(method, arguments));
            Assert.DoesNotContain(" at ", error.Message);
            Assert.DoesNotContain("CommunityWidget", error.Message);
        }
        Assert.Equal(Refusals.NotFound, (await visitor.Socket.Resume("nothing", 0)).Refusal);
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task Null_where_a_record_belongs_is_an_answer_not_a_crash()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        foreach (var method in new[] { "Ask", "Send", "Rate", "End" })
            Assert.NotNull(await Answer(() => visitor.Line.Call<Reply<object>>(method, (object?)null)));
        foreach (var record in new object[] { new { }, new { threadId = (string?)null, key = Keys.New(), text = "x" }, new { @type = "$type" } })
            foreach (var method in new[] { "Ask", "Send", "Rate" })
                Assert.NotNull(await Answer(() => visitor.Line.Call<Reply<object>>(method, record)));
        Assert.Equal(Refusals.NotFound, (await visitor.Socket.Resume("nothing", 0)).Refusal);
        Assert.Empty(app.Errors.Entries);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"type\":1")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"one\"}")]
    [InlineData("{\"type\":1,\"target\":null}")]
    [InlineData("{\"type\":1,\"target\":\"Ask\",\"arguments\":{}}")]
    [InlineData("{\"type\":1,\"invocationId\":7,\"target\":\"Ask\",\"arguments\":[]}")]
    [InlineData("")]
    public async Task Garbage_closes_at_most_its_own_line(string record)
    {
        var shop = await app.Open();
        await using var bystander = await shop.ConnectedVisitor();
        await using var visitor = await shop.ConnectedVisitor();
        await visitor.Line.SendText(record);
        try
        {
            await visitor.Socket.Resume("nothing", 0);
        }
        catch (HubError)
        {
            Assert.True((await visitor.Line.Ended.WaitAsync(Wire.Patience)).Status is not WebSocketCloseStatus.InternalServerError);
        }
        Assert.Equal(Refusals.NotFound, (await bystander.Socket.Resume("nothing", 0)).Refusal);
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task A_frame_in_pieces_is_one_frame_and_half_a_frame_is_none()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        var whole = Encoding.UTF8.GetBytes("""{"type":1,"target":"Ask","arguments":[{"key":"half-a-frame-1","text":"in pieces"}]}""" + "\u001e");
        foreach (var piece in whole.Chunk(7)) await visitor.Line.SendBytes(piece);
        Assert.Equal("in pieces", (await visitor.Socket.Ask(new AskRequest("half-a-frame-1", "in pieces"))).Value!.Thread.Events[0].Text);

        await using var cut = await (await app.Open()).ConnectedVisitor();
        await cut.Line.SendBytes([.. whole.Take(40)]);
        cut.Line.Vanish();
        await cut.Line.Ended.WaitAsync(Wire.Patience);
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task A_thousand_random_frames_crash_nothing()
    {
        var random = new Random(20_260_101);
        var shop = await app.Open();
        await using var bystander = await shop.ConnectedVisitor();
        for (var round = 0; round < 20; round++)
        {
            await using var visitor = await shop.ConnectedVisitor();
            for (var i = 0; i < 50 && !visitor.Line.Ended.IsCompleted; i++) await Answer(() => Fuzz(visitor.Line, random));
        }
        Assert.Equal(Refusals.NotFound, (await bystander.Socket.Resume("nothing", 0)).Refusal);
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task The_server_pings_and_a_line_that_answers_stays()
    {
        await using var visitor = await (await app.Open()).ConnectedVisitor();
        await visitor.Line.SendText("""{"type":6}""");
        Assert.Equal(Refusals.NotFound, (await visitor.Socket.Resume("nothing", 0)).Refusal);
    }

    private static async Task<string> Fuzz(HubClient line, Random random)
    {
        string[] methods = ["Ask", "Send", "Resume", "Typing", "Seen", "End", "Rate", "LeaveEmail", "Nothing"];
        object?[] values = [null, 1, -1, 1e300, "", "x", "\0", new { }, new { key = Keys.New(), text = "\ud83d\ude00", threadId = "aaaaaaaaaa" }, new[] { 1 }, true];
        if (random.Next(10) > 0) return (await line.Call<object?>(methods[random.Next(methods.Length)], random.GetItems(values, random.Next(4))))?.ToString() ?? "";
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        await line.SendBytes(bytes, random.Next(2) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
        return "";
    }

    private static async Task<string> Answer<T>(Func<Task<T>> call)
    {
        try
        {
            return (await call())?.ToString() ?? "";
        }
        catch (HubError error)
        {
            return error.Message;
        }
    }
}
