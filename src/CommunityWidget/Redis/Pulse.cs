using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>
/// A node listens to itself: twice a second it publishes a number that it must hear. A connection that only seems to be there, or a pub/sub
/// connection that broke for a moment, shows in <see cref="Reach"/> before anybody misses a message for long.
/// </summary>
public sealed class Pulse(RedisLink link, RedisChannels channels, Listening listening, Reach reach, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // Two seconds at most: with the poll that follows at once, nothing is seen later than three.
    private const int Late = 3;

    private readonly RedisChannel _channel = channels.Pulse(Guid.CreateVersion7(clock.GetUtcNow()));
    private readonly Lock _gate = new();
    private int _sent, _heard, _mendsAt;
    private volatile bool _isForbidden;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        link.OnLost(Break);
        // Not waited for: on a line that is dead already nobody ever answers, and it is numbers that are not heard which show that.
        _ = Quietly(() => listening.Add(_channel, number => Hear((int)number)));
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            if (_sent - Volatile.Read(ref _heard) >= Late)
            {
                Break();
                // It answered: other connections may no more.
                if (!_isForbidden) link.WasSilent();
            }
            if (!reach.IsWhole && !Mended()) Distrust(_sent + 1);
            var number = ++_sent;
            _ = Quietly(async () =>
            {
                await link.Subscriber.PublishAsync(_channel, number);
                _isForbidden = false;
            });
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // False as long as something was not listened to: to hear one's own number says nothing about the rest until that was asked for and answered.
    private bool Mended()
    {
        try
        {
            return listening.Mend();
        }
        catch (Exception error) when (IsAway(error))
        {
            return false;
        }
    }

    private void Hear(int number)
    {
        Volatile.Write(ref _heard, number);
        if (number > Volatile.Read(ref _mendsAt)) reach.Mend();
    }

    // What was on its way before the break proves nothing about after.
    private void Break()
    {
        Distrust(Volatile.Read(ref _sent));
        reach.Break();
    }

    // Two threads distrust: the later number counts.
    private void Distrust(int upTo)
    {
        lock (_gate) Volatile.Write(ref _mendsAt, Math.Max(_mendsAt, upTo));
    }

    private async Task Quietly(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception error) when (IsAway(error))
        {
            // That it is away is what this is for.
            _isForbidden = RedisLink.IsForbidden(error);
        }
    }

    private static bool IsAway(Exception error) => error is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;
}
