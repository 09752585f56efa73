using CommunityWidget.Database;
using CommunityWidget.Redis;

namespace CommunityWidget.Matching;

/// <summary>
/// The queue all nodes share while it answers; a queue of this node's own while it does not. No call fails or waits longer than the
/// patience because of it: the first one that does turns to the own queue, and one try after the other goes on in the background.
/// </summary>
public sealed partial class SharedMatchQueue(IMatchQueue shared, Func<Task> answers, TimeSpan patience, TimeProvider clock, ILogger<SharedMatchQueue> log) : IMatchQueue, IDisposable
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(500), GiveUp = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _turned = NewSignal();
    private InMemoryMatchQueue? _own;
    private readonly Settling _settling = new(clock);
    private long _turns;

    public Task Enqueue(Guid site, Guid thread, long askedAt, long dueAt) => Do(queue => queue.Enqueue(site, thread, askedAt, dueAt));

    public Task Refill(Guid site, IReadOnlyCollection<QueuedThread> waiting, long now) => Do(queue => queue.Refill(site, waiting, now));

    public Task Remind(IReadOnlyCollection<Guid> sites) => Do(queue => queue.Remind(sites));

    public Task Remove(Guid site, Guid thread) => Do(queue => queue.Remove(site, thread));

    public Task<IReadOnlyList<Guid>> DueSites(long now) => Ask(queue => queue.DueSites(now));

    public Task<IReadOnlyList<Claim>> ClaimDue(Guid site, long now, long leaseMs, int limit) => Ask(queue => queue.ClaimDue(site, now, leaseMs, limit));

    public Task Settle(Claim claim, long dueAt) => Do(queue => queue.Settle(claim, dueAt));

    public Task Wake(Guid site, long now) => Do(queue => queue.Wake(site, now));

    public Task<long> WokenAt(Guid site) => Ask(queue => queue.WokenAt(site));

    public Task<IReadOnlyList<Guid>> Waiting(Guid site) => Ask(queue => queue.Waiting(site));

    public Task Beat(Guid site, string? node, IReadOnlyCollection<Guid> who, long now) => Do(queue => queue.Beat(site, node, who, now));

    public Task<bool> Leave(Guid site, string node, Guid who, long heardAt, long othersSince) => Ask(queue => queue.Leave(site, node, who, heardAt, othersSince));

    public Task Move(Guid site, string node, Guid who) => Do(queue => queue.Move(site, node, who));

    public Task<IReadOnlyDictionary<Guid, Beat>> Beats(Guid site, IReadOnlyCollection<Guid> who, long now) => Ask(queue => queue.Beats(site, who, now));

    public Task<Epoch> Watch(long now, long lapseMs) => Ask(queue => queue.Watch(now, lapseMs));

    public bool SeesEveryone(long now) => Volatile.Read(ref _own) is null && _settling.Left is null && shared.SeesEveryone(now);

    public long Turns => Volatile.Read(ref _turns) + shared.Turns;

    public async Task WaitForWork(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        List<Task> events = [(Volatile.Read(ref _own) ?? shared).WaitForWork(over.Token), _turned.Task];
        if (_settling.Left is { } left) events.Add(Task.Delay(left, clock, over.Token));
        await await Task.WhenAny(events);
        await over.CancelAsync();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private Task Do(Func<IMatchQueue, Task> verb) => Ask(async queue =>
    {
        await verb(queue);
        return true;
    });

    private async Task<T> Ask<T>(Func<IMatchQueue, Task<T>> verb)
    {
        if (Volatile.Read(ref _own) is { } own) return await verb(own);
        try
        {
            return await verb(shared).WaitAsync(patience);
        }
        catch (Exception error) when (RedisLink.IsAway(error))
        {
            return await verb(TurnAway(error));
        }
    }

    private InMemoryMatchQueue TurnAway(Exception error)
    {
        lock (_lock)
        {
            if (_own is { } already) return already;
            Log.Away(log, error.Message);
            var own = _own = new(clock);
            Turn();
            // Where the shared one answers at once again it is back before this returns.
            _ = Return(_stop.Token);
            return own;
        }
    }

    private async Task Return(CancellationToken stop)
    {
        while (!await Answers()) await Task.Delay(TryAgain, clock, stop);
        lock (_lock)
        {
            _settling.Begin();
            Volatile.Write(ref _own, null);
            Log.Back(log);
            Turn();
        }
    }

    // One try at a time. It has a patience of its own; ours is for whatever else may hang.
    private async Task<bool> Answers()
    {
        try
        {
            await answers().WaitAsync(GiveUp);
            return true;
        }
        catch (Exception error) when (!_stop.IsCancellationRequested)
        {
            // Whatever it is, nothing was written: trying goes on, or this node would never come back.
            Log.StillAway(log, error);
            return false;
        }
    }

    private void Turn()
    {
        Interlocked.Increment(ref _turns);
        _turned.TrySetResult();
        _turned = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(304, LogLevel.Warning, "Redis does not answer ({Reason}): no new offers, the ladder goes on from the database")]
        public static partial void Away(ILogger log, string reason);

        [LoggerMessage(306, LogLevel.Debug, "Redis still does not answer")]
        public static partial void StillAway(ILogger log, Exception error);

        [LoggerMessage(305, LogLevel.Information, "Redis answers again: offers are made as soon as every node has said who is connected")]
        public static partial void Back(ILogger log);
    }
}
