using System.Diagnostics;
using System.Threading.Channels;

namespace CommunityWidget.Database;

/// <summary>Small writes of many requests share commits: one writer takes whatever came while its last commit ran. A lone one waits for nobody.</summary>
/// <typeparam name="T">A write, with the answer its request waits for.</typeparam>
public sealed class SharedCommits<T> : IAsyncDisposable
{
    // Counted beside it: a channel that knows its bound makes every sender wait for the same lock.
    private readonly Channel<T> _waiting = Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<IReadOnlyList<T>, Task> _commit;
    private readonly int _mostInOne, _mostWaiting;
    private readonly Task _writer;
    private int _count;

    /// <param name="commit">Writes them and answers each; it throws nothing.</param>
    /// <param name="mostInOne">How many share one commit.</param>
    /// <param name="mostWaiting">How many may wait for one before the next is turned away.</param>
    public SharedCommits(Func<IReadOnlyList<T>, Task> commit, int mostInOne, int mostWaiting)
    {
        (_commit, _mostInOne, _mostWaiting) = (commit, mostInOne, mostWaiting);
        _writer = Task.Run(Write);
    }

    /// <summary>False when too many wait.</summary>
    public bool TryAdd(T write)
    {
        if (Interlocked.Increment(ref _count) <= _mostWaiting && _waiting.Writer.TryWrite(write)) return true;
        Interlocked.Decrement(ref _count);
        return false;
    }

    /// <summary>Takes all that waits now: while the database is away nobody waits for one patience after another.</summary>
    public IReadOnlyList<T> TakeAll() => Take(_mostWaiting);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private async Task Write()
    {
        // Whoever came first is not who sends all that follow.
        Activity.Current = null;
        while (await _waiting.Reader.WaitToReadAsync()) await _commit(Take(_mostInOne));
    }

    private List<T> Take(int most)
    {
        var taken = new List<T>();
        while (taken.Count < most && _waiting.Reader.TryRead(out var write)) taken.Add(write);
        Interlocked.Add(ref _count, -taken.Count);
        return taken;
    }
}
