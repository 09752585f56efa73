namespace CommunityWidget.Database;

/// <summary>
/// Knows when a server was asked last; one that has not answered for longer than its driver would wait is silent. A driver that gives up asks the server to
/// cancel first, for seconds and on a thread of its own, and nothing is kept of what it gave up: whoever waits need not wait for that.
/// </summary>
/// <param name="opensWithin">How long a connection is waited for.</param>
/// <param name="patience">How long an answer is, once there is one.</param>
/// <param name="clock">By which that passes.</param>
/// <param name="spare">Threads beside those the driver blocks.</param>
internal sealed class Silence(TimeSpan opensWithin, TimeSpan patience, TimeProvider clock, SpareThreads spare)
{
    private const long Never = long.MaxValue;

    private long _asked = clock.GetTimestamp();
    private volatile bool _isOpen, _isBroken;

    /// <summary>A connection is asked for now, the first time or once more.</summary>
    /// <exception cref="SilentDatabaseException">Nobody waits for it any more.</exception>
    public void Opens()
    {
        if (_isBroken) throw Broken();
        // In this order: whoever looks in between gives it its time.
        Volatile.Write(ref _asked, clock.GetTimestamp());
        _isOpen = false;
    }

    /// <summary>It is asked now.</summary>
    /// <exception cref="SilentDatabaseException">Whoever wanted to know was told that nothing came of it: nothing does.</exception>
    public void Asked()
    {
        if (_isBroken) throw Broken();
        Volatile.Write(ref _asked, clock.GetTimestamp());
        _isOpen = true;
    }

    /// <summary>It has said all there is to say: what is done with it may take its time.</summary>
    public void Answered() => Volatile.Write(ref _asked, Never);

    /// <summary>What comes of it.</summary>
    /// <exception cref="SilentDatabaseException">Nothing came for too long.</exception>
    public async Task<T> Break<T>(Task<T> answered)
    {
        for (var (part, isLate) = (0.5, false); !answered.IsCompleted;)
        {
            if (Left(part) is { } left)
            {
                await ((Task)answered).WaitAsync(left, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            if (isLate)
            {
                _isBroken = true;
                throw Broken();
            }
            spare.Until(answered);
            (part, isLate) = (1, true);
        }
        return await answered;
    }

    private static SilentDatabaseException Broken() => new(new TimeoutException());

    // Null once there is none.
    private TimeSpan? Left(double part)
    {
        // In this order: whoever opens meanwhile is looked at once more, and in time.
        var (isOpen, asked) = (_isOpen, Volatile.Read(ref _asked));
        if (asked == Never) return Timeout.InfiniteTimeSpan;
        var left = (part * (isOpen ? patience : opensWithin)) - clock.GetElapsedTime(asked);
        if (left.Ticks <= 0) return null;
        return isOpen || left < patience / 2 ? left : patience / 2;
    }
}
