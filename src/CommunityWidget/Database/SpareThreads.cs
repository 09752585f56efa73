namespace CommunityWidget.Database;

/// <summary>
/// A driver that asks a silent server to cancel blocks a thread, with every connection at once; there must be one left to tell those who wait. As many more
/// are made ready as wait long, and given back: for every other hour the runtime's own size is the right one.
/// </summary>
/// <param name="most">How many the driver can block.</param>
/// <param name="add">Makes so many ready beside the usual ones.</param>
internal sealed class SpareThreads(int most, Action<int> add)
{
    private readonly Lock _counting = new();
    private int _late;

    public static SpareThreads OfThePool(int most)
    {
        ThreadPool.GetMinThreads(out var usual, out var ports);
        return new(most, more => ThreadPool.SetMinThreads(usual + more, ports));
    }

    /// <summary>One thread more until <paramref name="blocked"/> has ended, however it does.</summary>
    public void Until(Task blocked)
    {
        Count(1);
        _ = blocked.ContinueWith(_ => Count(-1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Count(int more)
    {
        lock (_counting)
        {
            var (before, after) = (Math.Min(_late, most), Math.Min(_late += more, most));
            if (after != before) add(after);
        }
    }
}
