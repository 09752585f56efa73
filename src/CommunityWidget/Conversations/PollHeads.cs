using CommunityWidget.Redis;

namespace CommunityWidget.Conversations;

/// <summary>
/// While pushes do not reach other nodes, heads are read from the database every second and told to whoever is connected here; also once they
/// do again, for what was lost in between. Where there are other nodes it is done every two seconds while all seems well: the one that is cut off
/// may be another. Two statements per node each time, however many are connected.
/// </summary>
public sealed partial class PollHeads(Reach reach, TellHeads heads, TellOffers offers, TellLists lists, TimeProvider clock, ILogger<PollHeads> log) : BackgroundService
{
    // What is read while all seems well is lately only; the other heartbeat goes further back.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1), WhileWhole = TimeSpan.FromSeconds(2);

    // Three times that is looked back: clocks differ, and however often heads are told otherwise this is all that tells them now.
    private static readonly TimeSpan WhileBroken = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await UntilBroken(stoppingToken);
            Log.Polling(log);
            while (!reach.IsWhole) await TellAll(stoppingToken);
            // Subscriptions come back one after the other.
            await TellAll(stoppingToken);
            await TellAll(stoppingToken);
            // To all nodes: it may have been this one alone that nobody heard.
            await Try(lists.Run, stoppingToken);
        }
    }

    private async Task UntilBroken(CancellationToken stop)
    {
        var broken = reach.Broken;
        while (reach.HasOthers && !broken.IsCompleted)
        {
            await Task.WhenAny(broken, Task.Delay(WhileWhole, clock, stop));
            stop.ThrowIfCancellationRequested();
            if (!broken.IsCompleted) await Tell(WhileWhole, stop);
        }
        await broken.WaitAsync(stop);
    }

    private async Task TellAll(CancellationToken stop)
    {
        await Tell(heads.Every > WhileBroken ? heads.Every : WhileBroken, stop);
        await Task.Delay(Interval, clock, stop);
    }

    // Offers first: they pass.
    private async Task Tell(TimeSpan every, CancellationToken stop)
    {
        await Try(() => offers.Run(every), stop);
        await Try(() => heads.Run(every), stop);
    }

    private async Task Try(Func<Task> tell, CancellationToken stop)
    {
        try
        {
            await tell();
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            Log.Failed(log, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(402, LogLevel.Information, "Pushes may not reach other nodes: news is read from the database until they do")]
        public static partial void Polling(ILogger log);

        [LoggerMessage(403, LogLevel.Error, "Heads could not be read; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
