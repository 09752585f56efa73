using CommunityWidget.Conversations.Later;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Conversations;

/// <summary>What happens to conversations by itself, now and then: silent ones end, answers nobody saw leave by mail, calls for help lapse, heads are told again, old keys are forgotten.</summary>
public sealed partial class ConversationsWorker(CloseSilent close, ScheduleAnswers answers, TellHeads heads, ExpireHelpCalls calls, ForgetOld old, TimeProvider clock, IOptions<ConversationOptions> options, ILogger<ConversationsWorker> log) : BackgroundService
{
    private const int ForgetMs = 3_600_000;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Every(options.Value.SweepMs, close.Run, stoppingToken),
        Every(options.Value.SweepMs, answers.Run, stoppingToken),
        Every(options.Value.HeadsMs, heads.Run, stoppingToken),
        Every(ExpireHelpCalls.EveryMs, calls.Run, stoppingToken),
        Every(ForgetMs, old.Run, stoppingToken));

    private async Task Every(int ms, Func<Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(ms), clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await work();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(log, error, work.Method.DeclaringType?.Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Error, "{Work} failed; trying again")]
        public static partial void Failed(ILogger log, Exception error, string? work);
    }
}
