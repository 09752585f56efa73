namespace CommunityWidget.Database;

/// <summary>Time and ids as the tables hold them.</summary>
public static class UnixTime
{
    /// <summary>Milliseconds since 1970, UTC.</summary>
    public static long NowMs(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A new id; ids made later sort later.</summary>
    public static Guid NewId(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
