using CommunityWidget.Database;

namespace CommunityWidget.Matching;

/// <summary>What a worker waits on between two looks: a ring, the earliest time something is due, or two seconds.</summary>
public sealed class WorkSignal(TimeProvider clock)
{
    private const long SweepMs = 2_000;

    private readonly Lock _lock = new();
    private TaskCompletionSource _rung = NewSignal();
    private long _dueAt = long.MaxValue;

    /// <summary>A look begins: what rings from now on is not seen by it.</summary>
    public void Look()
    {
        lock (_lock)
        {
            _dueAt = long.MaxValue;
            if (_rung.Task.IsCompleted) _rung = NewSignal();
        }
    }

    /// <summary>Something will be due then.</summary>
    public void Expect(long dueAt)
    {
        lock (_lock) _dueAt = Math.Min(_dueAt, dueAt);
    }

    /// <summary>There is something to look at.</summary>
    public void Ring()
    {
        lock (_lock) _rung.TrySetResult();
    }

    public async Task Wait(CancellationToken stop)
    {
        Task rung;
        long waitMs;
        lock (_lock)
        {
            rung = _rung.Task;
            waitMs = _dueAt == long.MaxValue ? SweepMs : Math.Clamp(_dueAt - clock.NowMs(), 0, SweepMs);
        }
        if (waitMs == 0 || rung.IsCompleted) return;
        await Task.WhenAny(rung, Task.Delay(TimeSpan.FromMilliseconds(waitMs), clock, stop));
        stop.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
