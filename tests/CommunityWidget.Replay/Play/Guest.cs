using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>A visitor: on a good line, on a bad one, or behind a wall that lets no socket through.</summary>
public sealed class Guest : Client
{
    private const string DemoShop = "demo";

    private Guest(Setting setting, string name, IReadOnlyDictionary<string, string> credentials, bool polls) : base(setting, name, credentials, "visitor", isMember: false)
    {
        Polls = polls;
        Start();
    }

    private VisitorHttp Http => new(Web);

    public static async Task<Guest> Arrive(Setting setting, string name, bool polls)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var server = setting.Servers[tries % setting.Servers.Count];
                var welcome = await new WebDoor(server, new Dictionary<string, string> { ["X-Site"] = DemoShop }).Post<VisitorWelcome>("/api/visitors", new { });
                if (welcome.Value is { } come) return new(setting, name, new Dictionary<string, string> { ["X-Site"] = DemoShop, ["X-Visitor"] = come.Token }, polls);
            }
            catch (Exception error) when (IsLost(error))
            {
                // Not there; a visitor presses again.
            }
            await Task.Delay(100);
        }
    }

    /// <summary>Asks under one key until there is an answer; gives the thread's id.</summary>
    public async Task<string> Ask(string text, Mishap mishap)
    {
        var request = Keys.Question(text);
        if (mishap == Mishap.SentTwice && !Polls)
        {
            Recorder.Send(request.Key!, null, text, 0);
            _ = Persist(line => line.Call<Reply<AskReply>>("Ask", request));
        }
        var reply = await Persist(
            line => { Recorder.Send(request.Key!, null, text, 0); return line.Call<Reply<AskReply>>("Ask", request); },
            () => { Recorder.Send(request.Key!, null, text, 0); return Http.Ask(request); });
        if (reply.Value is not { } asked) throw new InvalidOperationException($"{Name} may not ask: {reply.Refusal!.Code}");
        Recorder.Ack(request.Key!, asked.Thread.ThreadId, 1, At);
        Follow(asked.Thread.ThreadId);
        Shown.Show(asked.Thread, "answer");
        return asked.Thread.ThreadId;
    }

    public async Task<Reply<ThreadEvent>> Send(string thread, string text, Mishap mishap)
    {
        var key = Keys.New();
        var reply = await Send(new VisitorMessage(thread, key, text), mishap);
        if (reply.Refusal != Refusals.ThreadClosed) return reply;
        Tally.Add("continued after the end");
        return await Send(new VisitorMessage(thread, key, text, Reopen: true), Mishap.None);
    }

    public Task<Reply<Done>> End(string thread) => Persist(line => line.Call<Reply<Done>>("End", thread), () => Http.End(thread));

    public Task<Reply<Done>> Rate(string thread, int stars) => Persist(line => line.Call<Reply<Done>>("Rate", new RatingRequest(thread, stars)), () => Http.Rate(new(thread, stars)));

    public Task<Reply<Done>> LeaveEmail(string thread) => Persist(line => line.Call<Reply<Done>>("LeaveEmail", thread, "somebody@shop.example"), () => Http.LeaveEmail(thread, "somebody@shop.example"));

    /// <summary>The newest <c>seq</c>, asked beside everything this client shows.</summary>
    public async Task<ThreadSnapshot> Look(string thread)
    {
        var reply = await Persist(_ => Http.Resume(thread, Shown.Of(thread)), () => Http.Resume(thread, Shown.Of(thread)));
        return reply.Value!;
    }

    protected override void Received(string method, JsonElement argument)
    {
        // Typing and seen: not part of the record.
    }

    private Task<Reply<ThreadEvent>> Send(VisitorMessage message, Mishap mishap) =>
        Deliver(message.ThreadId, message.Text!, message.Key!, 0, key => message with { Key = key }, key => Http.Send(message with { Key = key }), mishap);
}
