namespace CommunityWidget.Matching;

/// <summary>The queue of a single node: rebuilt from the database at start.</summary>
public sealed class InMemoryMatchQueue(TimeProvider clock) : IMatchQueue
{
    private const long SweepMs = 2_000, ForgetMs = 3_600_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Entry> _waiting = [];
    private readonly Dictionary<(Guid Site, Guid Who), Beat> _beats = [];
    private readonly long _knownSince = clock.GetUtcNow().ToUnixTimeMilliseconds();
    private TaskCompletionSource _woken = NewSignal();

    private sealed class Entry(Guid site, long askedAt)
    {
        public Guid Site => site;
        public long AskedAt => askedAt;
        public long DueAt { get; set; }
        public long Wakes { get; set; }
    }

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(thread, out var entry)) _waiting[thread] = entry = new(site, askedAt);
            entry.DueAt = dueAt;
            entry.Wakes++;
            _woken.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public Task Remove(Guid site, Guid thread)
    {
        lock (_lock) _waiting.Remove(thread);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Claim>> ClaimDue(long now, long leaseMs, int limit)
    {
        lock (_lock)
        {
            var due = _waiting.Where(w => w.Value.DueAt <= now).OrderBy(w => w.Value.AskedAt).ThenBy(w => w.Key).Take(limit).ToList();
            foreach (var (_, entry) in due) entry.DueAt = now + leaseMs;
            return Task.FromResult<IReadOnlyList<Claim>>([.. due.Select(w => new Claim(w.Value.Site, w.Key, w.Value.Wakes))]);
        }
    }

    public Task Settle(Claim claim, long dueAt)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(claim.Thread, out var entry) && entry.Wakes == claim.Wakes) entry.DueAt = dueAt;
        }
        return Task.CompletedTask;
    }

    public Task Wake(Guid site, long now)
    {
        lock (_lock)
        {
            foreach (var entry in _waiting.Values.Where(e => e.Site == site))
            {
                entry.DueAt = Math.Min(entry.DueAt, now);
                entry.Wakes++;
            }
            _woken.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Guid>> Waiting(Guid site)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Guid>>(
                [.. _waiting.Where(w => w.Value.Site == site).OrderBy(w => w.Value.AskedAt).ThenBy(w => w.Key).Select(w => w.Key)]);
        }
    }

    public Task Beat(Guid site, IReadOnlyCollection<Guid> who, long now)
    {
        lock (_lock)
        {
            foreach (var id in who) _beats[(site, id)] = new(now, Left: false);
        }
        return Task.CompletedTask;
    }

    public Task Leave(Guid site, Guid who, long heardAt)
    {
        lock (_lock) _beats[(site, who)] = new(heardAt, Left: true);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site)
    {
        var forgotten = clock.GetUtcNow().ToUnixTimeMilliseconds() - ForgetMs;
        lock (_lock)
        {
            foreach (var old in _beats.Where(b => b.Value.At < forgotten).Select(b => b.Key).ToList()) _beats.Remove(old);
            return Task.FromResult<IReadOnlyDictionary<Guid, Beat>>(
                _beats.Where(b => b.Key.Site == site).ToDictionary(b => b.Key.Who, b => b.Value));
        }
    }

    public Task<long> KnownSince() => Task.FromResult(_knownSince);

    public async Task WaitForWork(CancellationToken stop)
    {
        Task woken;
        long waitMs;
        lock (_lock)
        {
            if (_woken.Task.IsCompleted) _woken = NewSignal();
            woken = _woken.Task;
            var next = _waiting.Count == 0 ? long.MaxValue : _waiting.Values.Min(e => e.DueAt);
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            waitMs = Math.Clamp(next == long.MaxValue ? SweepMs : next - now, 0, SweepMs);
        }
        if (waitMs == 0) return;
        await Task.WhenAny(woken, Task.Delay(TimeSpan.FromMilliseconds(waitMs), clock, stop));
        stop.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
