using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Whoever holds a conversation hands it to one member, to those who know a topic, or back to the community.</summary>
public sealed class HandOver(TransferThread transfer, ReturnThread back)
{
    public Task<Reply<Done>> Run(MemberCaller caller, string threadId, PostedTransfer to) => to switch
    {
        { Member: { } member, Topic: null } => Guid.TryParse(member, out var id) ? transfer.Run(caller, threadId, to.Fence, id) : Task.FromResult<Reply<Done>>(Refusals.NotReachable),
        { Topic: { } topic, Member: null } => caller.Site.TopicFor(topic) is { } known ? back.ToCommunity(caller, threadId, to.Fence, known) : Task.FromResult<Reply<Done>>(Refusals.NotUnderstood),
        { Member: null, Topic: null } => back.ToCommunity(caller, threadId, to.Fence, topic: null),
        _ => Task.FromResult<Reply<Done>>(Refusals.NotUnderstood),
    };
}

/// <summary>Body of <c>POST /api/threads/{id}/transfer</c>: a member, a topic, or neither for the whole community.</summary>
/// <param name="Fence">The fence last seen.</param>
/// <param name="Member">Member id.</param>
/// <param name="Topic">Topic id: what the question is about from now on.</param>
public sealed record PostedTransfer(long Fence, string? Member = null, string? Topic = null);
