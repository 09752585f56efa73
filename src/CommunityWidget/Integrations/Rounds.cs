using System.Collections.Concurrent;

namespace CommunityWidget.Integrations;

/// <summary>At most one round each at a time, and never none for good.</summary>
public sealed class Rounds
{
    private readonly ConcurrentDictionary<Guid, Task> _running = new();

    /// <summary>All that have begun, with what they do last.</summary>
    public Task Ended => Task.WhenAll(_running.Values);

    /// <summary>Begins a round, unless one goes on.</summary>
    /// <param name="of">Whose.</param>
    /// <param name="round">What it does; it does not throw.</param>
    /// <param name="then">What it does once the next one may begin.</param>
    public void Begin(Guid of, Func<Task> round, Func<Task> then)
    {
        // One that ended before it was written down here stays written down.
        if (_running.TryGetValue(of, out var running) && !running.IsCompleted) return;
        _running[of] = Run(of, round, then);
    }

    private async Task Run(Guid of, Func<Task> round, Func<Task> then)
    {
        await round();
        _running.TryRemove(of, out _);
        await then();
    }
}
