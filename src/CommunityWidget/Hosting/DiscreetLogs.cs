using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityWidget.Hosting;

/// <summary>
/// What the framework writes of a request's address, a method's arguments or a form's fields would carry tickets, names and words people said.
/// These categories stay shut below a level, whatever the configuration asks for; how long requests take stands in the traces.
/// </summary>
public sealed class DiscreetLogs(ILoggerFactory inner) : ILoggerFactory
{
    private static readonly (string Category, LogLevel From)[] Shut =
    [
        // Whole addresses, with the ticket that opens a socket.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        // The arguments of hub methods.
        ("Microsoft.AspNetCore.SignalR", LogLevel.Information),
        // The arguments of page handlers, and what forms hold.
        ("Microsoft.AspNetCore.Mvc", LogLevel.Information),
        // Would print the parameters of statements where somebody allows it.
        ("Npgsql", LogLevel.Information),
    ];

    public ILogger CreateLogger(string categoryName)
    {
        var logger = inner.CreateLogger(categoryName);
        foreach (var (category, from) in Shut)
            if (categoryName.StartsWith(category, StringComparison.Ordinal)) return new Discreet(logger, from);
        return logger;
    }

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Discreet(ILogger inner, LogLevel from) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= from && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= from) inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}

public static class DiscreetLogsSetup
{
    public static void AddDiscreetLogs(this IServiceCollection services) => services.Replace(
        ServiceDescriptor.Singleton<ILoggerFactory>(provider => new DiscreetLogs(ActivatorUtilities.CreateInstance<LoggerFactory>(provider))));
}
