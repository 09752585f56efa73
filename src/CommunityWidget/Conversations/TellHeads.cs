using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Notices;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations;

/// <summary>
/// The heartbeat: for a little while after each event of a thread its newest <c>seq</c> is told again, so that a lost last push shows too; and what was
/// taken away or erased, which no <c>seq</c> tells.
/// What it costs follows what happens, not how many are connected.
/// </summary>
public sealed class TellHeads(ThreadStore threads, ParticipantStore participants, ThreadNews news, INotices notices, ClockOffset clocks, TimeProvider clock, IOptions<ConversationOptions> options) : IChore
{
    /// <summary>How many times each head is told, about.</summary>
    private const int Times = 3;

    // A database that was away longer than that is looked back no further.
    private const long MostMs = 3_600_000;

    private long _readAt = clock.NowMs();

    public TimeSpan Every => TimeSpan.FromMilliseconds(options.Value.HeadsMs);

    public Task Run() => Run(Every);

    /// <summary>Tells those of the last few times <paramref name="every"/>, and of all the time in which nothing could be read.</summary>
    public async Task Run(TimeSpan every)
    {
        var (now, lately) = (clock.NowMs(), (long)every.TotalMilliseconds);
        var since = Math.Min(now - (Times * lately), Math.Max(Volatile.Read(ref _readAt) - lately, now - MostMs));
        // When something happened is what the clock of its node said: this one's, or another's.
        await Tell(Math.Min(since, clocks.ByOthers(since)));
        Volatile.Write(ref _readAt, now);
    }

    private async Task Tell(long since)
    {
        var stirred = await threads.Stirred(since);
        if (stirred.Count == 0) return;
        var parts = (await participants.Since([.. stirred.Select(t => t.Id)], since)).ToLookup(p => p.Thread, p => p.Member);
        foreach (var thread in stirred)
            await notices.Head(new ThreadParties(thread.Visitor, [.. parts[thread.Id]]) { ByLink = thread.MayBeLinked }, new HeadNotice(thread.PublicId, thread.LastSeq));
        foreach (var thread in stirred.Where(thread => thread.RewrittenAt >= since)) await news.Again(thread, since, [.. parts[thread.Id]]);
    }
}
