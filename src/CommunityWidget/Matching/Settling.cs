namespace CommunityWidget.Matching;

/// <summary>After a loss nobody is asked until other nodes have said who is connected to them. By time gone by: a time of day that is set holds nothing up.</summary>
public sealed class Settling(TimeProvider clock)
{
    /// <summary>They watch every two seconds.</summary>
    public const long Ms = 2_500;

    private const long Never = long.MinValue;

    private long _begun = Never;

    /// <summary>How long it still takes; null when it is over, or there was no loss.</summary>
    public TimeSpan? Left => Volatile.Read(ref _begun) is var begun && begun != Never && TimeSpan.FromMilliseconds(Ms) - clock.GetElapsedTime(begun) is { Ticks: > 0 } left
        ? left : null;

    public void Begin() => Volatile.Write(ref _begun, clock.GetTimestamp());
}
