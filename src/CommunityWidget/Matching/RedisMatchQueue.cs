using System.Collections.Concurrent;
using System.Globalization;
using CommunityWidget.Database;
using CommunityWidget.Redis;
using StackExchange.Redis;

namespace CommunityWidget.Matching;

/// <summary>The queue that all nodes share. It throws when Redis does not answer: <see cref="SharedMatchQueue"/> is what the rooms see.</summary>
public sealed class RedisMatchQueue : IMatchQueue
{
    private const int Batch = 500;

    private readonly RedisLink _link;
    private readonly QueueKeys _keys;
    private readonly QueueScripts _scripts;
    private readonly WorkSignal _signal;
    private readonly string _self;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<Guid, bool> _sites = new();
    private readonly Settling _settling;
    private long _since, _turns;

    public RedisMatchQueue(RedisLink link, Listening listening, QueueKeys keys, TimeProvider clock)
    {
        _self = clock.NewId().ToString("N", CultureInfo.InvariantCulture);
        (_link, _keys, _scripts, _signal, _settling, _clock) = (link, keys, new(link, keys, _self), new(clock), new(clock), clock);
        link.OnRestored(() => _ = _scripts.Load());
        _ = _scripts.Load();
        _ = listening.Add(keys.Bell, ringer =>
        {
            if (ringer != _self) _signal.Ring();
        });
    }

    /// <summary>Fails while Redis is away, full, read-only or silent, or lets us do only part of what a question needs.</summary>
    public async Task Probe()
    {
        try
        {
            // By itself the client waits for as long as the connection seems to be there.
            await _link.Select().WaitAsync(_link.Patience);
            await Together(
                _link.Database.StringSetAsync(_keys.Probe, _clock.NowMs(), TimeSpan.FromMinutes(1)),
                // A script that changes nothing, and the bell.
                _scripts.Remove(Guid.Empty, Guid.Empty),
                _link.Subscriber.PublishAsync(_keys.Bell, _self)).WaitAsync(_link.Patience);
            _link.Granted();
        }
        catch (Exception error) when (RedisLink.IsAway(error))
        {
            if (error is TimeoutException) _link.WasSilent();
            _link.Explain(error);
            var look = _link.LookAround();
            // To a server that was frozen this may be a question of seconds after it has thawed: the next try does not wait for it.
            if (error is not TimeoutException) await look;
            throw;
        }
    }

    public async Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt)
    {
        await List(site);
        await _scripts.Enqueue(site, thread, askedAt, dueAt);
        await List(site);
        _signal.Ring();
    }

    public async Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now)
    {
        if (waiting.Count == 0) return;
        await List(site);
        await Together([.. waiting.Chunk(Batch).Select(some => _scripts.Refill(site, some, now))]);
        await List(site);
        _signal.Ring();
    }

    // Not remembered here: whatever has ended by now is taken from the list by the first node that looks.
    public Task Remind(IReadOnlyCollection<Guid> sites) => PutOnList(sites);

    public Task Remove(Guid site, Guid thread) => _scripts.Remove(site, thread);

    public async Task<IReadOnlyList<Guid>> DueSites(long now)
    {
        _signal.Look();
        // Between a loss and its noticing nobody is known to be here, and a pass would take that for an answer.
        if (!Know(await Epoch())) return [];
        if (_settling.Left is { } left) _signal.Expect(now + (long)Math.Ceiling(left.TotalMilliseconds));
        // With those it put something in itself, should the list have got lost.
        var sites = (await _link.Database.SetMembersAsync(_keys.Sites)).Select(site => Guid.Parse((string)site!)).Union(_sites.Keys).Order().ToList();
        var due = await Task.WhenAll(sites.Select(async site => await _scripts.NextDue(site) ?? await Unlist(site)));
        foreach (var at in due.OfType<long>()) _signal.Expect(at);
        return [.. sites.Where((_, i) => due[i] <= now)];
    }

    public Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit) => _scripts.Claim(site, now, now + leaseMs, limit);

    public async Task Settle(Claim claim, long dueAt)
    {
        await _scripts.Settle(claim, dueAt);
        _signal.Expect(dueAt);
    }

    public async Task Wake(Guid site, long now)
    {
        await _scripts.Wake(site);
        _signal.Ring();
    }

    public async Task<long> WokenAt(Guid site) => (long?)await _link.Database.HashGetAsync(_keys.Marks(site), "woken") ?? 0;

    public async Task<IReadOnlyList<Guid>> Waiting(Guid site) =>
        [.. (await _link.Database.SortedSetRangeByRankAsync(_keys.Ages(site))).Select(thread => Guid.Parse((string)thread!))];

    public Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now) =>
        Together([.. who.Chunk(Batch).Select(some => _scripts.Beat(site, node, some, now))]);

    public Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince) => _scripts.Leave(site, node, who, heardAt, othersSince);

    public Task Move(Guid site, string node, Guid who) => _scripts.Move(site, node, who);

    public async Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now)
    {
        var asked = Task.WhenAll(who.Chunk(Batch).Select(some => _scripts.Beats(site, some, now)));
        // Asked for after the beats: nobody reads "nobody is here" from a queue that was just lost.
        var epoch = Epoch();
        await Together(asked, epoch);
        Know(await epoch);
        return (await asked).SelectMany(some => some).ToDictionary();
    }

    public async Task<Epoch> Watch(long now, long lapseMs)
    {
        var epoch = _scripts.Watch(now, lapseMs);
        await Together(epoch, RememberAll());
        Know((await epoch).Since);
        return await epoch;
    }

    public bool SeesEveryone(long now) => Volatile.Read(ref _since) >= 0 && _settling.Left is null;

    public long Turns => Volatile.Read(ref _turns);

    public Task WaitForWork(CancellationToken stop) => _signal.Wait(stop);

    // Before the question goes in, because the script rings for the other nodes, and its reply may get lost. And after it, not beside it: whoever takes the
    // site from the list meanwhile looks once more afterwards, and sees the question, or has taken it before it is put back here. The list and a site may
    // lie on two machines, so that no script could do both.
    private Task List(Guid site)
    {
        _sites[site] = true;
        return PutOnList([site]);
    }

    private Task PutOnList(IReadOnlyCollection<Guid> sites) => sites.Count == 0 ? Task.CompletedTask
        : _link.Database.SetAddAsync(_keys.Sites, [.. sites.Select(site => (RedisValue)QueueKeys.Name(site))]);

    // Nothing waits there: it is looked at no more. Says when it is due if something came in between.
    private async Task<long?> Unlist(Guid site)
    {
        _sites.TryRemove(site, out _);
        await _link.Database.SetRemoveAsync(_keys.Sites, QueueKeys.Name(site));
        // Its ages hold whatever waits, what is claimed too.
        if (!await _link.Database.KeyExistsAsync(_keys.Ages(site))) return null;
        await List(site);
        return await _scripts.NextDue(site);
    }

    private Task RememberAll() => PutOnList([.. _sites.Keys]);

    private async Task<long?> Epoch() => (long?)await _link.Database.HashGetAsync(_keys.Epoch, "since");

    // The first epoch a node sees is no loss: it knew nothing before.
    private bool Know(long? since)
    {
        var before = Volatile.Read(ref _since);
        if (before != 0 && since is not null && before != since)
        {
            // First, so that nobody in between reads that all is known already.
            _settling.Begin();
            Interlocked.Increment(ref _turns);
            _signal.Expect(_clock.NowMs() + Settling.Ms);
        }
        Interlocked.Exchange(ref _since, since ?? (before == 0 ? 0 : -1));
        return since is not null || before == 0;
    }

    // Sent in one go, waited for together; a failure is the first one's.
    private static Task Together(params Task[] steps) => Task.WhenAll(steps);
}
