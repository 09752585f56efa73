using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CommunityWidget.Database;
using CommunityWidget.Telemetry;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>A start that fails for what is set, or for what is around the program, ends with a sentence for each fault and not with a stack trace.</summary>
public static class Starting
{
    private const int Failed = 1;
    private const string StartFailed = "HostedServiceStartupFaulted";

    // Whoever runs the program inside their own, as tests do, wants the exception.
    private static readonly bool IsOurProcess = Assembly.GetEntryAssembly() == typeof(Starting).Assembly;

    private static volatile bool _isOver, _isToldToEnd;

    /// <summary>
    /// The host writes the exception of a start that failed, with its trace, before it comes here, and then that of each worker that its end interrupts: what is explained is said once.
    /// </summary>
    internal static ShutCategory Twice { get; } = new("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Trace)
    {
        IsSaidElsewhere = (said, error) =>
        {
            if (said.Name == StartFailed && error is not null && (IsExplained(error) || IsToldToEnd(error))) _isOver = true;
            return _isOver && error is not null;
        },
    };

    /// <summary>Runs the program and gives its exit code.</summary>
    public static async Task<int> Explained(Func<Task<int>> program)
    {
        using var terminate = IsOurProcess ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note) : null;
        using var interrupt = IsOurProcess ? PosixSignalRegistration.Create(PosixSignal.SIGINT, Note) : null;
        try
        {
            return await program();
        }
        // Told to end before it had begun.
        catch (Exception error) when (IsToldToEnd(error))
        {
            return 0;
        }
        catch (Exception error) when (IsExplained(error))
        {
            foreach (var fault in Faults(error)!) await Console.Error.WriteLineAsync(fault);
            return Failed;
        }
    }

    // What is done about it is the business of whoever runs then.
    private static void Note(PosixSignalContext signal) => _isToldToEnd = true;

    private static bool IsToldToEnd(Exception error) => _isToldToEnd && error is OperationCanceledException;

    private static bool IsExplained(Exception error) => IsOurProcess && Faults(error) is not null;

    /// <summary>What whoever started it can mend; null when it is a mistake of ours, which is told with its trace.</summary>
    private static IReadOnlyList<string>? Faults(Exception error) => error switch
    {
        OptionsValidationException wrong => [.. wrong.Failures.Select(Sentence)],
        // Several settings at once.
        AggregateException { InnerExceptions: var all } => all.Select(Faults).ToList() is var each && each.TrueForAll(one => one is not null) ? [.. each.SelectMany(one => one!)] : null,
        UnusableDatabaseException => [error.Message],
        // A number that is none: the framework's sentence names the setting.
        InvalidOperationException { Message: var said } when said.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => [said],
        // An address to listen on that is none, one that is taken, a file of settings or a certificate that cannot be read.
        FormatException { Message: var said } when said.StartsWith("Invalid url", StringComparison.Ordinal) => [$"{said}. Correct urls."],
        InvalidOperationException { Message: var said } when said.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            ["Urls (or HTTPS_PORTS, Kestrel:Endpoints) names an https address, and there is no certificate for it. Name one (Kestrel:Certificates:Default:Path and Password), or listen on http and let a proxy before it speak TLS."],
        // One without its Url, and any free port of two addresses at once: they name what is wrong, and what to write.
        InvalidOperationException { Message: var said } when said.StartsWith("The endpoint ", StringComparison.Ordinal) || said.StartsWith("Dynamic port binding ", StringComparison.Ordinal) =>
            [$"Urls (or HTTP_PORTS, Kestrel:Endpoints) cannot be listened on. {said}"],
        InvalidDataException { InnerException: { } why } => [$"{error.Message} {why.Message}"],
        // A port that takes a right, an address this machine does not have: what is said names neither.
        SocketException => [$"The program may not or cannot listen where Urls (or HTTP_PORTS, Kestrel:Endpoints) says: {error.Message}. Correct it: an address of this machine, and a port from 1024 on."],
        IOException or UnauthorizedAccessException or CryptographicException => [error.Message],
        _ => null,
    };

    // The framework's frame around what our attributes say: "DataAnnotation validation failed for … with the error: '…'."
    private static string Sentence(string failure)
    {
        const string frame = "with the error: '";
        return failure.IndexOf(frame, StringComparison.Ordinal) is >= 0 and var at && failure.EndsWith("'.", StringComparison.Ordinal) ? failure[(at + frame.Length)..^2] : failure;
    }
}
