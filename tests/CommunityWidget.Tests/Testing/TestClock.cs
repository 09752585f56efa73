namespace CommunityWidget.Tests.Testing;

/// <summary>A clock that stands still until a test moves it; timers made through it fire on the way, in order.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TestTimer> _timers = [];
    private DateTimeOffset _now = start;
    private TimeSpan _setBy;

    /// <summary>A Monday morning, long after 1970 and far from any change of hours.</summary>
    public TestClock() : this(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) { }

    public long NowMs => GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How many wait for it to move.</summary>
    public int Timers
    {
        get
        {
            lock (_lock) return _timers.Count;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now + _setBy;
    }

    public override long GetTimestamp()
    {
        lock (_lock) return _now.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var target = new DateTimeOffset(GetTimestamp(), TimeSpan.Zero) + by;
        while (NextUpTo(target) is { } timer) timer.Fire();
        lock (_lock) _now = target;
    }

    /// <summary>As when a machine wakes from a long sleep: every timer that is due fires once, not once per period slept through.</summary>
    public void Skip(TimeSpan by)
    {
        lock (_lock) _now += by;
        Advance(TimeSpan.Zero);
    }

    /// <summary>As when somebody sets the time of day, back or forward: no time goes by, and no timer fires.</summary>
    public void Set(TimeSpan by)
    {
        lock (_lock) _setBy += by;
    }

    private TestTimer? NextUpTo(DateTimeOffset target)
    {
        lock (_lock)
        {
            var next = _timers.Where(t => t.DueAt <= target).MinBy(t => t.DueAt);
            if (next is null) return null;
            if (next.DueAt > _now) _now = next.DueAt;
            next.Rearm(_now, _timers);
            return next;
        }
    }

    private sealed class TestTimer(TestClock clock, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => callback();

        public void Rearm(DateTimeOffset now, List<TestTimer> timers)
        {
            if (_period > TimeSpan.Zero) DueAt = now + _period;
            else timers.Remove(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                DueAt = clock._now + dueTime;
                clock._timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
