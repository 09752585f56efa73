namespace CommunityWidget.Hosting;

/// <summary>
/// What the program says once it listens: plain lines that tell a person what to open. Where standard output is a log for programs to read
/// (<c>Logging:Console:FormatterName</c> is <c>json</c>) they are lines of that.
/// </summary>
public sealed partial class Greeting(IHostApplicationLifetime lifetime, TextWriter output, IConfiguration settings, ILogger<Greeting> log) : IHostedService
{
    private readonly List<string> _lines = [];

    /// <summary>What is said here is kept, shipped and read by others: no secret may be in it.</summary>
    public bool IsLog { get; } = string.Equals(settings["Logging:Console:FormatterName"], "json", StringComparison.OrdinalIgnoreCase);

    public void Say(string line) => _lines.Add(line);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var line in _lines)
            {
                if (IsLog) Log.Said(log, line.Trim());
                else output.WriteLine(line);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(203, LogLevel.Information, "{Line}")]
        public static partial void Said(ILogger log, string line);
    }
}
