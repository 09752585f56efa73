using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>What a developer would write first: a group per pair, the same frames in and out as the product's, and nothing else.</summary>
internal sealed class BareHub(BareCommit commit, BareSequence sequence, BareQueue queue) : Hub
{
    public override Task OnConnectedAsync() =>
        Groups.AddToGroupAsync(Context.ConnectionId, Context.GetHttpContext()!.Request.Query["pair"].ToString());

    public async Task<Reply<ThreadEvent>> Send(VisitorMessage message)
    {
        var happened = new ThreadEvent(
            message.ThreadId, sequence.Next(), EventKinds.Message, Audiences.All, new(null, null, "visitor"), message.Text, null, null, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await commit.Store(happened, message.Key!);
        await Clients.Group(message.ThreadId).SendAsync("Event", happened);
        return happened with { Key = message.Key };
    }

    public string Echo(string text) => text;

    public Task Settle() => queue.Settle();

    public Task Enqueue() => queue.Enqueue();

    public Task Least() => queue.Least();
}

/// <summary>Numbers, one after the other.</summary>
internal sealed class BareSequence
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
