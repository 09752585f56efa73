using CommunityWidget.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Runs matching on this node: at once when woken, when something is due, and a sweep in case a wake was lost.</summary>
public sealed partial class MatchWorker(AdvanceMatching advance, ReconcileQueue reconcile, RescueVanished rescue, WithdrawMembers withdraw, SearchPause pause, IMatchQueue queue, Drain drain, TimeProvider clock, IOptions<MatchingOptions> options, ILogger<MatchWorker> log) : BackgroundService
{
    private long? _sweptAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Whoever cannot tell visitors that the search paused still says that this node watches.
                try { await pause.Run(); }
                finally { if (IsTime()) await Sweep(); }
                // What a node that leaves would claim, another one can begin without its end.
                if (!drain.HasBegun && await advance.Run()) continue;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(log, error);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
            // While it leaves, what is due stays due: waiting for work would be no waiting.
            await (drain.HasBegun ? Task.Delay(TimeSpan.FromMilliseconds(options.Value.SweepMs), clock, stoppingToken) : queue.WaitForWork(stoppingToken));
        }
    }

    private async Task Sweep()
    {
        await reconcile.Run();
        await withdraw.Run();
        await rescue.Run();
    }

    private bool IsTime()
    {
        // By time gone by: a time of day that is set back stops no sweep.
        if (_sweptAt is { } before && clock.GetElapsedTime(before).TotalMilliseconds < options.Value.SweepMs) return false;
        _sweptAt = clock.GetTimestamp();
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Error, "A matching pass failed; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
