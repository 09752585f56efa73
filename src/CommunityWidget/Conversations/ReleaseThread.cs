using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>
/// The responder gives the conversation back to the ladder, and is not asked about it again; a helper just leaves it. Whoever was given a parked question
/// gives it back to everybody.
/// </summary>
public sealed class ReleaseThread(ReturnThread back, AssignThread assign, JoinThread helping, ThreadAccess access, ParticipantStore participants)
{
    public async Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        if (thread.Assignee == caller.Id) return await assign.GiveBack(caller, threadId, fence);
        return await participants.IsHelper(thread.Id, caller.Id)
            ? await helping.Leave(caller, thread)
            : await back.Run(caller, threadId, fence, "released");
    }
}
