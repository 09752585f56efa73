using CommunityWidget.Redis;

namespace CommunityWidget.Conversations;

/// <summary>
/// While pushes do not reach other nodes, heads are read from the database every second and told to whoever is connected here; also once they
/// do again, for what was lost in between. One statement per node and second, however many are connected.
/// </summary>
public sealed partial class PollHeads(Reach reach, TellHeads heads, TimeProvider clock, ILogger<PollHeads> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await reach.Broken.WaitAsync(stoppingToken);
            Log.Polling(log);
            while (!reach.IsWhole) await Tell(stoppingToken);
            // Subscriptions come back one after the other.
            await Tell(stoppingToken);
            await Tell(stoppingToken);
        }
    }

    private async Task Tell(CancellationToken stop)
    {
        try
        {
            await heads.Run();
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, error);
        }
        await Task.Delay(Interval, clock, stop);
    }

    private static partial class Log
    {
        [LoggerMessage(402, LogLevel.Information, "Pushes may not reach other nodes: news is read from the database until they do")]
        public static partial void Polling(ILogger log);

        [LoggerMessage(403, LogLevel.Error, "Heads could not be read; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
