namespace CommunityWidget.Database;

/// <summary>
/// Knows when a server was asked last; one that has not answered for longer than its driver would wait is silent. A driver that gives up asks the server to
/// cancel first, for seconds and on a thread of its own, and nothing is kept of what it gave up: whoever waits need not wait for that.
/// </summary>
internal sealed class Silence(TimeSpan patience, TimeProvider clock, SpareThreads spare)
{
    private const long Never = long.MaxValue;

    private long _asked = clock.GetTimestamp();

    /// <summary>It is asked now.</summary>
    public void Asked() => Volatile.Write(ref _asked, clock.GetTimestamp());

    /// <summary>It has said all there is to say: what is done with it may take its time.</summary>
    public void Answered() => Volatile.Write(ref _asked, Never);

    /// <summary>What comes of it.</summary>
    /// <exception cref="SilentDatabaseException">Nothing came for too long.</exception>
    public async Task<T> Break<T>(Task<T> answered)
    {
        for (var (within, isLate) = (patience / 2, false); !answered.IsCompleted;)
        {
            if (Left(within) is { } left)
            {
                await ((Task)answered).WaitAsync(left, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            if (isLate) throw new SilentDatabaseException(new TimeoutException());
            spare.Until(answered);
            (within, isLate) = (patience, true);
        }
        return await answered;
    }

    // Null once there is none.
    private TimeSpan? Left(TimeSpan within) => Volatile.Read(ref _asked) is var asked && asked == Never
        ? Timeout.InfiniteTimeSpan
        : within - clock.GetElapsedTime(asked) is { Ticks: > 0 } left ? left : null;
}
