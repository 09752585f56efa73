using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using Microsoft.AspNetCore.SignalR;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>What a developer would write first: a group per pair, the same frames in and out as the product's, and nothing else.</summary>
internal sealed class BareHub(BareCommit commit, BareSequence sequence, BareQueue queue) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var query = Context.GetHttpContext()!.Request.Query;
        await Groups.AddToGroupAsync(Context.ConnectionId, query["pair"].ToString());
        if (query["once"].ToString() is { Length: > 0 } ticket) await commit.Store(Happened(ticket, ""), ticket);
    }

    public async Task<Reply<ThreadEvent>> Send(VisitorMessage message)
    {
        var happened = Happened(message.ThreadId, message.Text);
        await commit.Store(happened, message.Key!);
        var own = happened with { Key = message.Key };
        if (commit.HasTwoForms) await Task.WhenAll(Clients.OthersInGroup(message.ThreadId).SendAsync("Event", happened), Clients.Caller.SendAsync("Event", own));
        else await Clients.Group(message.ThreadId).SendAsync("Event", happened);
        return own;
    }

    public string Echo(string text) => text;

    public Task Settle() => queue.Settle();

    public Task Enqueue() => queue.Enqueue();

    public Task Least() => queue.Least();

    private ThreadEvent Happened(string where, string? text) => new(
        where, sequence.Next(), EventKinds.Message, Audiences.All, new(null, null, "visitor"), text, null, null, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
}

/// <summary>Numbers, one after the other.</summary>
internal sealed class BareSequence
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
