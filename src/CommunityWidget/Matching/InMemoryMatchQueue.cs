namespace CommunityWidget.Matching;

/// <summary>The queue of a single node: rebuilt from the database at start.</summary>
/// <param name="clock">Its time.</param>
/// <param name="sole">Looks whether it is a single one; without it nobody asks.</param>
public sealed class InMemoryMatchQueue(TimeProvider clock, SoleNode? sole = null) : IMatchQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, SiteQueue> _sites = [];
    private readonly InMemoryPresence _presence = new();
    private readonly WorkSignal _signal = new(clock);
    private volatile bool _isAlone = true;
    private long _turns;

    private sealed class SiteQueue
    {
        public Dictionary<Guid, Entry> Waiting { get; } = [];
        public long Wakes { get; set; }
        public long WokenAt { get; set; }
    }

    private sealed class Entry(long askedAt)
    {
        public long AskedAt => askedAt;
        public long DueAt { get; set; }
        public long EnqueuedAt { get; set; }
    }

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt)
    {
        lock (_lock)
        {
            var queue = Of(site);
            if (!queue.Waiting.TryGetValue(thread, out var entry)) queue.Waiting[thread] = entry = new(askedAt);
            entry.DueAt = dueAt;
            entry.EnqueuedAt = ++queue.Wakes;
        }
        _signal.Ring();
        return Task.CompletedTask;
    }

    public Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now)
    {
        lock (_lock)
        {
            var queue = Of(site);
            queue.Wakes++;
            foreach (var (thread, askedAt) in waiting) queue.Waiting.TryAdd(thread, new(askedAt) { DueAt = now, EnqueuedAt = queue.Wakes });
        }
        _signal.Ring();
        return Task.CompletedTask;
    }

    // It looks at every site it has.
    public Task Remind(IReadOnlyCollection<Guid> sites) => Task.CompletedTask;

    public Task Remove(Guid site, Guid thread)
    {
        lock (_lock) Of(site).Waiting.Remove(thread);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Guid>> DueSites(long now)
    {
        _signal.Look();
        lock (_lock)
        {
            var next = _sites.Where(s => s.Value.Waiting.Count > 0).Select(s => (Site: s.Key, DueAt: s.Value.Waiting.Values.Min(e => e.DueAt))).ToList();
            foreach (var (_, dueAt) in next) _signal.Expect(dueAt);
            return Task.FromResult<IReadOnlyList<Guid>>([.. next.Where(s => s.DueAt <= now).Select(s => s.Site).Order()]);
        }
    }

    public Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit)
    {
        lock (_lock)
        {
            var queue = Of(site);
            var due = queue.Waiting.Where(w => w.Value.DueAt <= now).OrderBy(w => w.Value.AskedAt).ThenBy(w => w.Key).Take(limit).ToList();
            foreach (var (_, entry) in due) entry.DueAt = now + leaseMs;
            return Task.FromResult<IReadOnlyList<Claim>>([.. due.Select(w => new Claim(site, w.Key, queue.Wakes))]);
        }
    }

    public Task Settle(Claim claim, long dueAt)
    {
        lock (_lock)
        {
            var queue = Of(claim.Site);
            if (queue.WokenAt > claim.Wakes || !queue.Waiting.TryGetValue(claim.Thread, out var entry) || entry.EnqueuedAt > claim.Wakes) return Task.CompletedTask;
            entry.DueAt = dueAt;
        }
        _signal.Expect(dueAt);
        return Task.CompletedTask;
    }

    public Task Wake(Guid site, long now)
    {
        lock (_lock)
        {
            var queue = Of(site);
            queue.WokenAt = ++queue.Wakes;
            foreach (var entry in queue.Waiting.Values) entry.DueAt = Math.Min(entry.DueAt, now);
        }
        _signal.Ring();
        return Task.CompletedTask;
    }

    public Task<long> WokenAt(Guid site)
    {
        lock (_lock) return Task.FromResult(Of(site).WokenAt);
    }

    public Task<IReadOnlyList<Guid>> Waiting(Guid site)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<Guid>>([.. Of(site).Waiting.OrderBy(w => w.Value.AskedAt).ThenBy(w => w.Key).Select(w => w.Key)]);
    }

    public Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now)
    {
        _presence.Beat(site, node, who, now);
        return Task.CompletedTask;
    }

    public Task Move(Guid site, string node, Guid who)
    {
        _presence.Move(site, node, who);
        return Task.CompletedTask;
    }

    public Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince) => Task.FromResult(_presence.Leave(site, node, who, heardAt, othersSince));

    public Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now) => Task.FromResult(_presence.Beats(site, who, now));

    public async Task<Epoch> Watch(long now, long lapseMs)
    {
        var isAlone = sole is null || await sole.IsFirst();
        // Whoever was at the other node was never heard here: they have their time to come.
        if (isAlone && !_isAlone) _presence.Lose();
        if (isAlone != _isAlone) Interlocked.Increment(ref _turns);
        _isAlone = isAlone;
        return _presence.Watch(now, lapseMs);
    }

    public bool SeesEveryone(long now) => _isAlone;

    public long Turns => Volatile.Read(ref _turns);

    public Task WaitForWork(CancellationToken stop) => _signal.Wait(stop);

    private SiteQueue Of(Guid site)
    {
        if (!_sites.TryGetValue(site, out var queue)) _sites[site] = queue = new();
        return queue;
    }
}
