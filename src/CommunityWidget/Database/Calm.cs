namespace CommunityWidget.Database;

/// <summary>
/// Whether the database answers everybody. While it does, nothing need watch each call; how many it answered is counted, so that whoever begins to watch at the
/// first call without an answer knows what that one is to be weighed against.
/// </summary>
/// <param name="window">For how long an answer counts, and how long one without an answer is remembered.</param>
/// <param name="clock">By which that passes.</param>
internal sealed class Calm(TimeSpan window, TimeProvider clock)
{
    // Enough to outweigh as many calls without an answer as a pool has connections.
    private const int MostTold = 1_000;

    private readonly long _half = (long)(window.TotalSeconds * clock.TimestampFrequency / 2);
    private readonly Lock _gate = new();
    private long _from = long.MinValue;
    private long _slice;
    private int _before, _answered;

    public bool Is => clock.GetTimestamp() >= Volatile.Read(ref _from);

    /// <summary>One more was answered.</summary>
    public void Answered()
    {
        var slice = clock.GetTimestamp() / _half;
        if (slice != Volatile.Read(ref _slice)) Turn(slice);
        Interlocked.Increment(ref _answered);
    }

    /// <summary>One had no answer.</summary>
    /// <param name="tell">Called for each that was answered within the window and not told of before; whoever comes at the same time waits until that is done.</param>
    public void Ends(Action tell)
    {
        Ends();
        lock (_gate)
        {
            // Whoever was under way before it stopped is not who tries whether it answers.
            if (Volatile.Read(ref _from) == long.MaxValue) return;
            Turn(clock.GetTimestamp() / _half);
            var told = Math.Min(_before + Interlocked.Exchange(ref _answered, 0), MostTold);
            _before = 0;
            for (var i = 0; i < told; i++) tell();
        }
    }

    /// <summary>One had no answer while others watched already.</summary>
    public void Ends()
    {
        // Never earlier than what was said before: nobody is asked until it is known again that there are answers.
        var from = clock.GetTimestamp() + (2 * _half);
        for (var before = Volatile.Read(ref _from); before < from;)
        {
            var found = Interlocked.CompareExchange(ref _from, from, before);
            if (found == before) return;
            before = found;
        }
    }

    /// <summary>Nobody is asked for now but one from time to time.</summary>
    public void Stops() => Volatile.Write(ref _from, long.MaxValue);

    /// <summary>That one was answered.</summary>
    public void Returns() => Volatile.Write(ref _from, clock.GetTimestamp() + (2 * _half));

    private void Turn(long slice)
    {
        lock (_gate)
        {
            if (slice == _slice) return;
            var last = Interlocked.Exchange(ref _answered, 0);
            _before = slice == _slice + 1 ? last : 0;
            Volatile.Write(ref _slice, slice);
        }
    }
}
