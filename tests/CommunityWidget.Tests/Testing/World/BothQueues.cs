using CommunityWidget.Matching;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>Asks both twins the same and fails at the first verb whose answers differ.</summary>
public sealed class BothQueues(IMatchQueue one, IMatchQueue other) : IMatchQueue
{
    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt) => Do(queue => queue.Enqueue(site, thread, askedAt, dueAt));

    public Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now) => Do(queue => queue.Refill(site, waiting, now));

    public Task Remind(IReadOnlyCollection<Guid> sites) => Do(queue => queue.Remind(sites));

    public Task Remove(Guid site, Guid thread) => Do(queue => queue.Remove(site, thread));

    public Task<IReadOnlyList<Guid>> DueSites(long now) => Same(queue => queue.DueSites(now));

    public Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit) => Same(queue => queue.ClaimDue(site, now, leaseMs, limit));

    public Task Settle(Claim claim, long dueAt) => Do(queue => queue.Settle(claim, dueAt));

    public Task Wake(Guid site, long now) => Do(queue => queue.Wake(site, now));

    public Task<long> WokenAt(Guid site) => Same(queue => queue.WokenAt(site));

    public Task<IReadOnlyList<Guid>> Waiting(Guid site) => Same(queue => queue.Waiting(site));

    public Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now) => Do(queue => queue.Beat(site, node, who, now));

    public Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince) => Same(queue => queue.Leave(site, node, who, heardAt, othersSince));

    public Task Move(Guid site, string node, Guid who) => Do(queue => queue.Move(site, node, who));

    public Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now) => Same(queue => queue.Beats(site, who, now));

    public Task<Epoch> Watch(long now, long lapseMs) => Same(queue => queue.Watch(now, lapseMs));

    // The one on Redis waits for other nodes after a gap; the one in process has nobody to wait for.
    public bool SeesEveryone(long now) => one.SeesEveryone(now);

    public long Turns => one.Turns;

    public Task WaitForWork(CancellationToken stop) => one.WaitForWork(stop);

    private async Task Do(Func<IMatchQueue, Task> verb)
    {
        await verb(one);
        await verb(other);
    }

    private async Task<T> Same<T>(Func<IMatchQueue, Task<T>> verb)
    {
        var answer = await verb(one);
        Assert.Equivalent(answer, await verb(other), strict: true);
        return answer;
    }
}
