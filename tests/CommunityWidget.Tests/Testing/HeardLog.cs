using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing;

/// <summary>Keeps what a class says, of any level.</summary>
public sealed class HeardLog
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    public IReadOnlyList<string> Of(LogLevel level) => [.. _lines.Where(said => said.Level == level).Select(said => said.Line)];

    public ILogger<T> For<T>() => new Lines<T>(_lines);

    private sealed class Lines<T>(ConcurrentQueue<(LogLevel Level, string Line)> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
