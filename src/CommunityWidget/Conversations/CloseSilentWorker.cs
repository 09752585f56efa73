using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations;

/// <summary>Runs <see cref="CloseSilent"/> now and then.</summary>
public sealed partial class CloseSilentWorker(CloseSilent close, TimeProvider clock, IOptions<ConversationOptions> options, ILogger<CloseSilentWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.SweepMs), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await close.Run();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(log, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Error, "Silent threads could not be closed; trying again")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
