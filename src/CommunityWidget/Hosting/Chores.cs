namespace CommunityWidget.Hosting;

/// <summary>What happens by itself, now and then.</summary>
public interface IChore
{
    TimeSpan Every { get; }

    Task Run();

    /// <summary>The same for what goes on step by step for long: between two steps it hears that the program ends.</summary>
    Task Run(CancellationToken stop) => Run();
}

/// <summary>Runs each chore at its own pace; one that fails is tried again at its next turn and holds up no other.</summary>
public sealed partial class Chores(IEnumerable<IChore> chores, TimeProvider clock, ILogger<Chores> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(chores.Select(chore => Repeat(chore, stoppingToken)));

    private async Task Repeat(IChore chore, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(chore.Every, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await chore.Run(stopping);
            }
            // A time limit of a database or mail server cancels too: only our own stop ends a chore.
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                Log.Failed(log, error, chore.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Error, "{Work} failed; trying again")]
        public static partial void Failed(ILogger log, Exception error, string work);
    }
}

public static class ChoresSetup
{
    public static IServiceCollection AddChore<T>(this IServiceCollection services) where T : class, IChore =>
        services.AddSingleton<T>().AddSingleton<IChore>(provider => provider.GetRequiredService<T>());
}
