using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>
/// Whoever holds a conversation hands it to one member, to those who know a topic, or back to the community. So does any of the team with a parked
/// question, which goes live for nobody by that: it is theirs to answer.
/// </summary>
public sealed class HandOver(TransferThread transfer, ReturnThread back, AssignThread assign, ThreadStore threads)
{
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, PostedTransfer to)
    {
        if (to.Member is { } member) return to.Topic is not null ? Refusals.NotUnderstood : Guid.TryParse(member, out var id) ? await transfer.Run(caller, threadId, to.Fence, id, to.Note) : Refusals.NotReachable;
        if (to.Topic is not { } topic) return await ToCommunity(caller, threadId, to, topic: null);
        return caller.Site.TopicFor(topic) is { } known ? await ToCommunity(caller, threadId, to, known) : Refusals.NotUnderstood;
    }

    public Task<Reply<Done>> Undo(MemberCaller caller, string threadId) => assign.Undo(caller, threadId);

    private async Task<Reply<Done>> ToCommunity(MemberCaller caller, string threadId, PostedTransfer to, string? topic) =>
        ThreadStore.IsPublicId(threadId) && await threads.Find(caller.Site.Id, threadId) is { State: ThreadStates.Parked }
            ? await assign.Run(caller, threadId, new(to.Fence, Member: null, topic, topic is null ? "handed_back" : "transferred", to.Note))
            : await back.ToCommunity(caller, threadId, to.Fence, topic);
}

/// <summary>Body of <c>POST /api/threads/{id}/transfer</c>: a member, a topic, or neither for the whole community. A parked question is given to them and stays parked.</summary>
/// <param name="Fence">The fence last seen.</param>
/// <param name="Member">Member id.</param>
/// <param name="Topic">Topic id: what the question is about from now on.</param>
/// <param name="Note">With a parked question: something the team reads beside it.</param>
public sealed record PostedTransfer(long Fence, string? Member = null, string? Topic = null, string? Note = null);
