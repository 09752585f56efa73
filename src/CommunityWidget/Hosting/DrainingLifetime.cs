using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>
/// Ends the program when it is told to. SIGTERM is how fleets say it: then clients are moved first. Ctrl+C, and a second signal, end it at once.
/// The framework's own lifetime would close every socket in the same moment.
/// </summary>
public sealed partial class DrainingLifetime(Drain drain, IHostApplicationLifetime lifetime, TimeProvider clock, IOptions<HostingOptions> options, ILogger<DrainingLifetime> log) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, On));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, On));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, On));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void On(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (signal.Signal != PosixSignal.SIGTERM || drain.HasBegun) lifetime.StopApplication();
        else _ = Leave();
    }

    private async Task Leave()
    {
        try
        {
            Log.Leaving(log, options.Value.DrainMs);
            using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.Value.DrainMs), clock);
            await drain.Begin(late.Token);
        }
        catch (OperationCanceledException)
        {
            // Whoever is still here is told by the end itself.
        }
        catch (Exception error)
        {
            Log.Failed(log, error);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Information, "This node leaves: its clients are moved within {Milliseconds} ms")]
        public static partial void Leaving(ILogger log, int milliseconds);

        [LoggerMessage(202, LogLevel.Error, "Clients could not be moved before the end")]
        public static partial void Failed(ILogger log, Exception error);
    }
}
