using CommunityWidget.Matching;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A queue behind a door, so that a test can lose it as a restart or a flush would, or let it see less.</summary>
public sealed class LosableQueue(Func<IMatchQueue> empty) : IMatchQueue
{
    private IMatchQueue _now = empty();
    private int _waits, _watches;
    private long _turns;

    /// <summary>What happens at the very moment somebody leaves.</summary>
    public Func<Task> Leaving { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens right after somebody has left.</summary>
    public Func<Task> Left { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens while word that somebody is here is on its way.</summary>
    public Func<Task> Beating { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens at the very moment somebody asks who is here.</summary>
    public Func<Task> Asking { get; set; } = () => Task.CompletedTask;

    /// <summary>The shared part is away: this node goes on with a queue of its own.</summary>
    public bool IsAway { get; private set; }

    /// <summary>What happens before anything of a site is handed out.</summary>
    public Func<Guid, Task> Claiming { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often somebody said that they watch.</summary>
    public int Watches => Volatile.Read(ref _watches);

    /// <summary>How often it was filled from the database.</summary>
    public int Refills { get; private set; }

    /// <summary>How often somebody began to wait for work.</summary>
    public int Waits => Volatile.Read(ref _waits);

    public void Lose() => _now = empty();

    public void GoAway() => (_now, IsAway, _turns) = (empty(), true, _turns + 1);

    public void ComeBack() => (_now, IsAway, _turns) = (empty(), false, _turns + 1);

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt) => _now.Enqueue(site, thread, askedAt, dueAt);

    public Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now)
    {
        Refills++;
        return _now.Refill(site, waiting, now);
    }

    public Task Remind(IReadOnlyCollection<Guid> sites) => _now.Remind(sites);

    public Task Remove(Guid site, Guid thread) => _now.Remove(site, thread);

    public Task<IReadOnlyList<Guid>> DueSites(long now) => _now.DueSites(now);

    public async Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit)
    {
        await Claiming(site);
        return await _now.ClaimDue(site, now, leaseMs, limit);
    }

    public Task Settle(Claim claim, long dueAt) => _now.Settle(claim, dueAt);

    public Task Wake(Guid site, long now) => _now.Wake(site, now);

    public Task<long> WokenAt(Guid site) => _now.WokenAt(site);

    public Task<IReadOnlyList<Guid>> Waiting(Guid site) => _now.Waiting(site);

    public async Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now)
    {
        await Beating();
        await _now.Beat(site, node, who, now);
    }

    public async Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince)
    {
        await Leaving();
        var left = await _now.Leave(site, node, who, heardAt, othersSince);
        await Left();
        return left;
    }

    public Task Move(Guid site, string node, Guid who) => _now.Move(site, node, who);

    public async Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now)
    {
        await Asking();
        return await _now.Beats(site, who, now);
    }

    public Task<Epoch> Watch(long now, long lapseMs)
    {
        Interlocked.Increment(ref _watches);
        return _now.Watch(now, lapseMs);
    }

    public bool SeesEveryone(long now) => !IsAway && _now.SeesEveryone(now);

    public long Turns => _turns + _now.Turns;

    public Task WaitForWork(CancellationToken stop)
    {
        Interlocked.Increment(ref _waits);
        return _now.WaitForWork(stop);
    }
}
