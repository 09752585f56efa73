using System.Collections.Concurrent;

namespace CommunityWidget.Servers;

/// <summary>How long this machine stood still while something was measured on it: nobody was late in that time.</summary>
public sealed class Stalls : IAsyncDisposable
{
    private const double TickSeconds = 0.02, Noticed = 0.1;

    private readonly ConcurrentQueue<(double At, double Seconds)> _all = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Func<double> _seconds;
    private readonly Task _watching;

    /// <param name="seconds">The clock that is measured by.</param>
    public Stalls(Func<double> seconds)
    {
        _seconds = seconds;
        _watching = Watch();
    }

    /// <summary>Seconds it stood still in all that ended between these two moments.</summary>
    public double Between(double from, double to) => _all.Where(stall => stall.At >= from && stall.At < to).Sum(stall => stall.Seconds);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _watching;
        _over.Dispose();
    }

    private async Task Watch()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(TickSeconds));
        try
        {
            for (var last = _seconds(); await ticks.WaitForNextTickAsync(_over.Token);)
            {
                var now = _seconds();
                if (now - last > Noticed) _all.Enqueue((now, now - last));
                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing is measured any more.
        }
    }
}
