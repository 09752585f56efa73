using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Live conversations others hold: where a member could help.</summary>
public sealed class ListLive(ThreadStore threads, ThreadReader reader)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<LiveConversation>> Run(MemberCaller caller)
    {
        var live = (await threads.Live(caller.Site.Id, Most)).Where(t => t.Responder != caller.Id).ToList();
        var questions = (await threads.Questions([.. live.Select(t => t.Id)])).ToDictionary(q => q.Thread, q => q.Shown(caller.Member.IsStaff));
        return [.. live.Zip(await reader.Heads(live, caller.Id), (thread, head) => new LiveConversation(
            head.ThreadId,
            questions[thread.Id] ?? "",
            head.Language,
            head.Topic,
            head.AskedAt,
            head.Visitor,
            head.Responder!,
            head.Helpers,
            head.Page,
            head.Product))];
    }
}
