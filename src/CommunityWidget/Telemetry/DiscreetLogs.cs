namespace CommunityWidget.Telemetry;

/// <summary>
/// What the framework writes of a request's address, a method's arguments or a form's fields would carry tickets, names and words people said.
/// These categories stay shut below a level, whatever the configuration asks for; how long requests take stands in the traces.
/// </summary>
public sealed class DiscreetLogs(ILoggerFactory inner, IEnumerable<ShutCategory> also) : ILoggerFactory
{
    private readonly ShutCategory[] _shut =
    [
        // Whole addresses, with the ticket that opens a socket.
        new("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        // What is no HTTP: the line of the request, or the header, with the ticket or the cookie in it.
        new("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Warning),
        // The arguments of hub methods.
        new("Microsoft.AspNetCore.SignalR", LogLevel.Information),
        // The addresses that proxies pass on.
        new("Microsoft.AspNetCore.HttpOverrides", LogLevel.Information),
        // The paths that routes are looked for by, and where somebody is led to: the link that stops mails holds its secret.
        new("Microsoft.AspNetCore.Routing", LogLevel.Information),
        new("Microsoft.AspNetCore.Http.Result", LogLevel.Warning),
        // The arguments of page handlers, and what forms hold.
        new("Microsoft.AspNetCore.Mvc", LogLevel.Information),
        .. also,
    ];

    public ILogger CreateLogger(string categoryName)
    {
        var logger = inner.CreateLogger(categoryName);
        foreach (var shut in _shut)
            if (categoryName.StartsWith(shut.Category, StringComparison.Ordinal)) return new Discreet(logger, shut);
        return logger;
    }

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Discreet(ILogger inner, ShutCategory shut) : ILogger
    {
        // Those of a request hold its path.
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= shut.From && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= shut.From && !shut.IsSaidElsewhere(eventId, exception)) inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}

/// <summary>A category that stays shut below a level.</summary>
public sealed record ShutCategory(string Category, LogLevel From)
{
    /// <summary>Which of its events stay shut above that level too.</summary>
    public Func<EventId, Exception?, bool> IsSaidElsewhere { get; init; } = (_, _) => false;
}
