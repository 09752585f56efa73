using System.Diagnostics;

namespace CommunityWidget.Database;

/// <summary>
/// Knows when a server was asked last; one that has not answered for longer than its driver would wait is silent. A driver that gives up asks the server to
/// cancel first, for seconds and on a thread of its own, and nothing is kept of what it gave up: whoever waits need not wait for that.
/// </summary>
internal sealed class Silence(TimeSpan patience)
{
    private long _asked = Stopwatch.GetTimestamp();

    /// <summary>It is asked now.</summary>
    public void Asked() => Volatile.Write(ref _asked, Stopwatch.GetTimestamp());

    /// <summary>What comes of it.</summary>
    /// <exception cref="SilentDatabaseException">Nothing came for too long.</exception>
    public async Task<T> Break<T>(Task<T> answered)
    {
        while (patience - Stopwatch.GetElapsedTime(Volatile.Read(ref _asked)) is { Ticks: > 0 } left)
        {
            try { return await answered.WaitAsync(left); }
            catch (TimeoutException) when (!answered.IsCompleted) { }
        }
        throw new SilentDatabaseException(new TimeoutException());
    }
}
