using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Notices;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations;

/// <summary>
/// The heartbeat: for a little while after each event of a thread its newest <c>seq</c> is told again, so that a lost last push shows too.
/// What it costs follows what happens, not how many are connected.
/// </summary>
public sealed class TellHeads(ThreadStore threads, ParticipantStore participants, INotices notices, TimeProvider clock, IOptions<ConversationOptions> options) : IChore
{
    /// <summary>How many times each head is told, about.</summary>
    private const int Times = 3;

    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.HeadsMs);

    public async Task Run()
    {
        var since = clock.NowMs() - (Times * options.Value.HeadsMs);
        var stirred = await threads.Stirred(since);
        if (stirred.Count == 0) return;
        var parts = (await participants.Since([.. stirred.Select(t => t.Id)], since)).ToLookup(p => p.Thread, p => p.Member);
        foreach (var thread in stirred)
            await notices.Head(new ThreadParties(thread.Visitor, [.. parts[thread.Id]]) { ByLink = thread.MayBeLinked }, new HeadNotice(thread.PublicId, thread.LastSeq));
    }
}
