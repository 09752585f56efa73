namespace CommunityWidget.Hosting;

/// <summary>What the program says once it listens: plain lines that tell a person what to open. Not a log.</summary>
public sealed class Greeting(IHostApplicationLifetime lifetime, TextWriter output) : IHostedService
{
    private readonly List<string> _lines = [];

    public void Say(string line) => _lines.Add(line);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var line in _lines) output.WriteLine(line);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
