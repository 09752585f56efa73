using CommunityWidget.Telemetry;

namespace CommunityWidget.Database;

/// <summary>How far this node's clock is from the database's, which all nodes share. A difference of a few seconds is nobody's trouble; one of 45 s would take conversations from people who are there.</summary>
public sealed partial class ClockOffset(ServerTime server, TimeProvider clock, ILogger<ClockOffset> log) : IGauge
{
    /// <summary>From here on it is said, and this node tells the others the database's time.</summary>
    public const long OffMs = 5_000;

    /// <summary>From here on this node takes nobody's conversation away.</summary>
    public const long FarMs = 15_000;

    private long _ms;

    public string Name => "communitywidget.clock.offset";

    public string Unit => "s";

    public string Description => "How much this node's clock is ahead of the database's; behind below zero.";

    public bool IsFar => Math.Abs(Volatile.Read(ref _ms)) >= FarMs;

    /// <summary>Unix milliseconds as other nodes count them: by the database's clock while this one is off.</summary>
    public long Now() => ByOthers(clock.NowMs());

    /// <summary>A time of this node's clock, as other nodes count.</summary>
    public long ByOthers(long now) => Volatile.Read(ref _ms) is var ms && IsOff(ms) ? now - ms : now;

    public Task<IReadOnlyList<Reading>> Read() => Task.FromResult<IReadOnlyList<Reading>>([new(Volatile.Read(ref _ms) / 1_000.0)]);

    public async Task Compare()
    {
        var (asked, began) = (clock.NowMs(), clock.GetTimestamp());
        if (await server.Read() is not { } there) return;
        // It looked between the question and the answer.
        var ms = asked + ((long)clock.GetElapsedTime(began).TotalMilliseconds / 2) - there;
        var before = Interlocked.Exchange(ref _ms, ms);
        // Said when it begins and when it grows: people are looked at every two seconds.
        if (IsOff(ms) && IsOff(before) && Math.Abs(ms) - Math.Abs(before) < OffMs) return;
        if (IsOff(ms)) Log.IsOff(log, ms / 1_000.0, Math.Abs(ms) >= FarMs ? "; it rescues nobody's conversation until it is right" : "");
        else if (IsOff(before)) Log.IsRight(log);
    }

    private static bool IsOff(long ms) => Math.Abs(ms) >= OffMs;

    private static partial class Log
    {
        [LoggerMessage(106, LogLevel.Warning, "This node's clock is {Seconds} s ahead of the database's (behind below zero){Consequence}. Keep all machines' clocks by NTP")]
        public static partial void IsOff(ILogger log, double seconds, string consequence);

        [LoggerMessage(107, LogLevel.Information, "This node's clock is right again")]
        public static partial void IsRight(ILogger log);
    }
}
