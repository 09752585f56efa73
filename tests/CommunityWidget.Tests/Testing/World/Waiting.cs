namespace CommunityWidget.Tests.Testing.World;

/// <summary>On PostgreSQL: that something waits for what the test holds, before the test lets go.</summary>
internal static class Waiting
{
    private const string Locked = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    /// <summary>Until somebody waits for a lock, or what should have waited is over.</summary>
    public static async Task UntilItWaits(this TestWorld world, Task it)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!it.IsCompleted && await world.Db.Find<long>(Locked) == 0) await interval.WaitForNextTickAsync(late.Token);
    }
}
