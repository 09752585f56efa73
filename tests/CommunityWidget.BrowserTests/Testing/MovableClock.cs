namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The real time, and what a test has let go by on top: a night passes in no time, and everything waits as long as it does.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    public override long GetTimestamp() => base.GetTimestamp() + (Interlocked.Read(ref _ahead) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    public void Skip(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
