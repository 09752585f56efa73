using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>News of the record: a thread that waits again is queued; one that stopped waiting leaves the queue; seats and offers that came free wake the site.</summary>
public sealed class WakeOnNews(ThreadStore threads, IMatchQueue queue, TimeProvider clock) : IOutboxHandler
{
    public bool Wants(string kind) => kind.StartsWith("thread.", StringComparison.Ordinal);

    public async Task Handle(OutboxMessage message)
    {
        if (await threads.Find(message.Thread) is not { } thread) return;
        if (thread.State == ThreadStates.Waiting) await queue.Enqueue(thread.Site, thread.Id, thread.AskedAt, clock.NowMs());
        else await queue.Remove(thread.Site, thread.Id);
        await queue.Wake(thread.Site, clock.NowMs());
    }
}
