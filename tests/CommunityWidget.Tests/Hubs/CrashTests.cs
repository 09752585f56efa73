using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Hubs;

/// <summary>The running program dies before a commit, or between commit and acknowledgement, again and again: each message sent has one row and is shown once.</summary>
public sealed class CrashTests
{
    private const int Visitors = 20, Each = 50;

    [Theory, InlineData("before-commit"), InlineData("before-ack")]
    public async Task Of_a_thousand_sends_each_is_stored_once_and_shown_once(string point)
    {
        await using var database = await TestDatabase.Create();
        await using var program = new RunningProgram(database.Settings, ("COMMUNITY_FAIL_POINT", $"{point}:40"));
        using var stop = new CancellationTokenSource();
        var living = program.KeepAlive(stop.Token);
        await program.UntilReady();
        var talks = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(number => Talk(program, number)));
        foreach (var (visitor, id) in talks)
        {
            var stored = await Try(program, () => visitor.Http.Resume(id, 0));
            Assert.Equal(Texts, stored.Events.Where(e => e.Kind == EventKinds.Message).Skip(1).Select(e => e.Text));
            Assert.Equal(Enumerable.Range(1, stored.Events.Count).Select(seq => (long)seq), stored.Events.Select(e => e.Seq));
            Assert.Empty(visitor.Screen.Faults);
            Assert.Equal(visitor.Screen.Texts(id).Distinct(), visitor.Screen.Texts(id));
            await visitor.DisposeAsync();
        }
        Assert.True(program.Lives >= 2, "it never died");
        await stop.CancelAsync();
        await living;
    }

    private static IEnumerable<string> Texts => Enumerable.Range(0, Each).Select(number => $"message {number}");

    private static async Task<(VisitorDriver Visitor, string Thread)> Talk(RunningProgram program, int number)
    {
        var visitor = await VisitorDriver.Arrive(program.Address, Demo);
        var question = Keys.Question($"Question {number}");
        var id = (await Try(program, () => visitor.Http.Ask(question))).Thread.ThreadId;
        await Try(program, async () => { await visitor.Connect(); return new Reply<Done>(Done.It); });
        foreach (var text in Texts)
        {
            // As a widget does: sent again under its key until it is answered.
            var message = new VisitorMessage(id, Keys.New(), text);
            await Try(program, () => visitor.Socket.Send(message), async () => await visitor.Connect());
        }
        return (visitor, id);
    }

    private static async Task<T> Try<T>(RunningProgram program, Func<Task<Reply<T>>> act, Func<Task>? mend = null) where T : class
    {
        while (true)
        {
            try
            {
                var reply = await act();
                return reply.Value ?? throw new InvalidOperationException(reply.Refusal!.Code);
            }
            catch (Exception error) when (error is HubError or HttpRequestException or System.Net.WebSockets.WebSocketException)
            {
                await program.UntilReady();
                try
                {
                    if (mend is not null) await mend();
                }
                catch (Exception again) when (again is HubError or HttpRequestException or System.Net.WebSockets.WebSocketException)
                {
                    // It died once more.
                }
            }
        }
    }

    private const string Demo = "demo";
}
