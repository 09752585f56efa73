using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Keeps every line the program logs, with its values and scopes.</summary>
public sealed class EverythingLogged : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>What asks the program to log all it has.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace", ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Trace",
    };

    public ILogger CreateLogger(string categoryName) => new Lined(categoryName, _lines);

    /// <summary>A logger of a class that is made by hand.</summary>
    public ILogger<T> For<T>() => new LoggerFactory([this], new LoggerFilterOptions { MinLevel = LogLevel.Trace }).CreateLogger<T>();

    public void Dispose()
    {
    }

    private sealed class Lined(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"Scope {category} {Told(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {Told(state)} {exception}");

        // A store of logs keeps the values too, not only the sentence.
        private static string Told<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";
    }
}
