using CommunityWidget.Matching;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>The in-process queue behind a door, so that a test can lose it as a restart or a flush would.</summary>
public sealed class LosableQueue(TimeProvider clock) : IMatchQueue
{
    private IMatchQueue _now = new InMemoryMatchQueue(clock);

    /// <summary>What happens at the very moment somebody leaves.</summary>
    public Func<Task> Leaving { get; set; } = () => Task.CompletedTask;

    public void Lose() => _now = new InMemoryMatchQueue(clock);

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt) => _now.Enqueue(site, thread, askedAt, dueAt);

    public Task Remove(Guid site, Guid thread) => _now.Remove(site, thread);

    public Task<IReadOnlyList<Claim>> ClaimDue(long now, long leaseMs, int limit) => _now.ClaimDue(now, leaseMs, limit);

    public Task Settle(Claim claim, long dueAt) => _now.Settle(claim, dueAt);

    public Task Wake(Guid site, long now) => _now.Wake(site, now);

    public Task<IReadOnlyList<Guid>> Waiting(Guid site) => _now.Waiting(site);

    public Task Beat(Guid site, IReadOnlyCollection<Guid> who, long now) => _now.Beat(site, who, now);

    public async Task Leave(Guid site, Guid who, long heardAt)
    {
        await Leaving();
        await _now.Leave(site, who, heardAt);
    }

    public Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site) => _now.Beats(site);

    public Task<long> KnownSince() => _now.KnownSince();

    public Task WaitForWork(CancellationToken stop) => _now.WaitForWork(stop);
}
