using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The responder gives the conversation back to the ladder, and is not asked about it again.</summary>
public sealed class ReleaseThread(ReturnThread back)
{
    public Task<Reply<Done>> Run(MemberCaller caller, string threadId, long fence) =>
        back.Run(caller, threadId, fence, "released", wanted: null);
}
