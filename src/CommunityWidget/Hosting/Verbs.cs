using System.Runtime.InteropServices;
using CommunityWidget.Database;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>What the program can do instead of serving: the first word after <c>--</c>.</summary>
public static class Verbs
{
    private const string Migrate = "migrate";

    /// <summary>Does what the verb says, or readies the database for serving; gives the exit code when there is nothing left to do.</summary>
    public static async Task<int?> Run(IServiceProvider services, string[] args)
    {
        // Settings come as --name=value, --name value, /name=value or name=value.
        var said = args.FirstOrDefault() is { } first && !first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=') ? first : null;
        // All faults at once, before anything is made of the settings or the database is touched.
        if (said is null) services.GetRequiredService<IStartupValidator>().Validate();
        var known = services.GetServices<IVerb>().ToDictionary(verb => verb.Name);
        if (said is not null and not Migrate && !known.ContainsKey(said))
            return await Say($"There is no verb {said}. Say {string.Join(", ", known.Keys.Prepend(Migrate))}, or nothing to serve.", 2);
        var migrator = services.GetRequiredService<Migrator>();
        if (said == Migrate) return await UntilStopped(stop => RunMigrate(services, migrator, stop));
        await UntilStopped(async stop =>
        {
            await migrator.Run(stop);
            return 0;
        });
        return said is null ? null : await UntilStopped(stop => known[said].Run(args[1..], stop));
    }

    /// <summary>What the program's settings are read from: a verb's option without a value would take the setting behind it for one.</summary>
    public static string[] Settings(string[] args) =>
        [.. args.Select((word, at) => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains('=') && (at + 1 == args.Length || args[at + 1].StartsWith("--", StringComparison.Ordinal)) ? $"{word}=" : word)];

    // The first Ctrl-C asks it to end where it may, the second one ends it.
    private static async Task<int> UntilStopped(Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        void Ask(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        return await work(stop.Token);
    }

    private static async Task<int> RunMigrate(IServiceProvider services, Migrator migrator, CancellationToken stop)
    {
        try
        {
            return await Tell(services, await migrator.Migrate(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await Say("It was stopped before the schema was up to date. Run it again: it goes on where it was.", 1);
        }
    }

    private static async Task<int> Tell(IServiceProvider services, IReadOnlyList<Migration> run)
    {
        var words = run.Count == 0 ? "The schema is up to date: nothing to do." : $"The schema is up to date: ran {string.Join(", ", run.Select(m => m.Name))}.";
        await services.GetRequiredService<TextWriter>().WriteLineAsync(words);
        return 0;
    }

    private static async Task<int> Say(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
