using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommunityWidget.Tests.Testing;

/// <summary>How long this machine stood still while a test measured something on it: nobody was late in that time.</summary>
internal sealed class Stalls : IAsyncDisposable
{
    private const double TickSeconds = 0.02, Noticed = 0.1;

    private readonly ConcurrentQueue<(double At, double Seconds)> _all = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Stopwatch _clock;
    private readonly Task _watching;

    public Stalls(Stopwatch clock)
    {
        _clock = clock;
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
            for (var last = _clock.Elapsed.TotalSeconds; await ticks.WaitForNextTickAsync(_over.Token);)
            {
                var now = _clock.Elapsed.TotalSeconds;
                if (now - last > Noticed) _all.Enqueue((now, now - last));
                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
