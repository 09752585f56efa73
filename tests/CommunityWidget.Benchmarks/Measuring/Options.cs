using System.Globalization;
using CommunityWidget.Servers;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(IReadOnlyList<string> Databases, IReadOnlyList<string> Scenarios, Settings Settings, string? ReportFile, string? Data = null)
{
    public const string Usage = "Usage: [--short | --smoke] [--only relay,inbox,webhooks,pages,idle,queue,fanout] [--databases sqlite,postgres] [--warm SECONDS] [--report FILE]; named only: --only library,sitemap [--data FOLDER]";

    private static readonly string[] AllScenarios = ["relay", "inbox", "webhooks", "pages", "idle", "queue", "fanout", "library", "sitemap"], AllDatabases = ["sqlite", "postgres"];

    public bool Wants(string scenario) => Scenarios.Count == 0 || Scenarios.Contains(scenario);

    /// <summary>What takes long and is run only where it is named.</summary>
    public bool Asks(string scenario) => Scenarios.Contains(scenario);

    /// <summary>The options; or the first word that would do nothing, or something else than it says. A run that measured less than it was told to would show nothing.</summary>
    public static (Options? Read, string? NotUnderstood) Read(string[] words)
    {
        var options = new Options(PrivatePostgres.IsInstalled ? AllDatabases : ["sqlite"], [], Settings.Full, null);
        var warmUp = (TimeSpan?)null;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word is "--short" or "--smoke")
            {
                options = options with { Settings = word == "--short" ? Settings.Short : Settings.Smoke };
                continue;
            }
            if (++at == words.Length || words[at].StartsWith("--", StringComparison.Ordinal)) return (null, word);
            var value = words[at];
            switch (word)
            {
                case "--only" when Known(value, AllScenarios) is { } scenarios: options = options with { Scenarios = scenarios }; break;
                case "--databases" when Known(value, AllDatabases) is { } databases: options = options with { Databases = databases }; break;
                case "--warm" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 3_600: warmUp = TimeSpan.FromSeconds(seconds); break;
                case "--data": options = options with { Data = value }; break;
                case "--report": options = options with { ReportFile = value }; break;
                default: return (null, word is "--only" or "--databases" or "--warm" ? value : word);
            }
        }
        // Whichever of both stands first.
        return (warmUp is null ? options : options with { Settings = options.Settings with { WarmUp = warmUp.Value } }, null);
    }

    private static string[]? Known(string list, string[] known) => list.Split(',') is var each && each.All(known.Contains) ? [.. each.Distinct()] : null;
}
