using System.Reflection;
using System.Security.Cryptography;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>A start that fails for what is set, or for what is around the program, ends with a sentence for each fault and not with a stack trace.</summary>
public static class Starting
{
    private const int Failed = 1;

    // Whoever runs the program inside their own, as tests do, wants the exception.
    private static readonly bool IsOurProcess = Assembly.GetEntryAssembly() == typeof(Starting).Assembly;

    /// <summary>Runs the program and gives its exit code.</summary>
    public static async Task<int> Explained(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception error) when (IsOurProcess && Faults(error) is not null)
        {
            foreach (var fault in Faults(error)!) await Console.Error.WriteLineAsync(fault);
            return Failed;
        }
    }

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
        InvalidDataException { InnerException: { } why } => [$"{error.Message} {why.Message}"],
        IOException or UnauthorizedAccessException or CryptographicException or System.Net.Sockets.SocketException => [error.Message],
        _ => null,
    };

    // The framework's frame around what our attributes say: "DataAnnotation validation failed for … with the error: '…'."
    private static string Sentence(string failure)
    {
        const string frame = "with the error: '";
        return failure.IndexOf(frame, StringComparison.Ordinal) is >= 0 and var at && failure.EndsWith("'.", StringComparison.Ordinal) ? failure[(at + frame.Length)..^2] : failure;
    }
}
