using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Keeps what the program logs as an error.</summary>
public sealed class ErrorLog : ILoggerProvider, ILogger
{
    private ConcurrentQueue<string> _entries = new();

    public IReadOnlyCollection<string> Entries => [.. _entries];

    /// <summary>Where a test took the storage away: work in the background that had its turn meanwhile failed, said so and goes on.</summary>
    public void ForgetWhatIsTriedAgain() => _entries = new(_entries.Where(entry => !entry.Contains("trying again", StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _entries.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() => GC.SuppressFinalize(this);
}
