using System.Collections.Concurrent;

namespace CommunityWidget.People;

/// <summary>How much somebody may take.</summary>
/// <param name="AtOnce">The most they can have left.</param>
/// <param name="Each">What they get back in each period.</param>
/// <param name="Period">Nothing comes back before it is over.</param>
public sealed record Share(int AtOnce, int Each, TimeSpan Period);

/// <summary>
/// A share for each of many, which comes back as time passes. It is counted when somebody takes of it: the framework's limiters do so ten times a second each, on a timer, for
/// as long as the program runs, and were most of what it did while nobody was there.
/// </summary>
/// <param name="of">How much each of them may take, asked when they first do.</param>
/// <param name="clock">By which it comes back; not moved by who sets the time of day.</param>
public sealed class Shares<T>(Func<T, Share> of, TimeProvider clock) where T : notnull
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<T, Left> _left = new();
    private long _forgotAt = clock.GetTimestamp();

    /// <summary>How many have taken lately, and not got all of it back.</summary>
    public int Count => _left.Count;

    /// <summary>Takes one. Null when there was one; else how long until something comes back.</summary>
    public TimeSpan? Take(T who)
    {
        Forget();
        while (true)
        {
            if (_left.GetOrAdd(who, one => new(of(one), clock)).Take(out var wait)) return wait;
        }
    }

    // Who has all of it left is as good as unknown.
    private void Forget()
    {
        var before = Volatile.Read(ref _forgotAt);
        if (clock.GetElapsedTime(before) < ForgetEvery || Interlocked.CompareExchange(ref _forgotAt, clock.GetTimestamp(), before) != before) return;
        foreach (var (who, left) in _left)
        {
            if (left.End()) _left.TryRemove(new(who, left));
        }
    }

    private sealed class Left(Share share, TimeProvider clock)
    {
        private readonly Lock _lock = new();
        private double _tokens = share.AtOnce;
        private long _countedAt = clock.GetTimestamp();
        private bool _ended;

        /// <summary>False once this one is forgotten: there is another.</summary>
        public bool Take(out TimeSpan? wait)
        {
            lock (_lock)
            {
                wait = null;
                if (_ended) return false;
                GiveBack();
                if (_tokens >= 1) _tokens--;
                // At least one comes back with each period.
                else wait = share.Period - clock.GetElapsedTime(_countedAt);
                return true;
            }
        }

        /// <summary>True when all of it is back; nobody takes of it any more.</summary>
        public bool End()
        {
            lock (_lock)
            {
                GiveBack();
                return _ended = _tokens >= share.AtOnce;
            }
        }

        private void GiveBack()
        {
            var now = clock.GetTimestamp();
            var passed = clock.GetElapsedTime(_countedAt, now);
            if (passed < share.Period) return;
            _countedAt = now;
            _tokens = Math.Min(share.AtOnce, _tokens + (share.Each * (passed / share.Period)));
        }
    }
}
