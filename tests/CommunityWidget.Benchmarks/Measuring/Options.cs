using CommunityWidget.Servers;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(IReadOnlyList<string> Databases, IReadOnlyList<string> Scenarios, Settings Settings, string? ReportFile)
{
    private const string Usage = "Usage: [--short | --smoke] [--only relay,inbox,webhooks,idle,queue,fanout] [--databases sqlite,postgres] [--report FILE]";

    public bool Wants(string scenario) => Scenarios.Count == 0 || Scenarios.Contains(scenario);

    public static Options Read(string[] args)
    {
        var options = new Options(PrivatePostgres.IsInstalled ? ["sqlite", "postgres"] : ["sqlite"], [], Settings.Full, null);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--short" => options with { Settings = Settings.Short },
                "--smoke" => options with { Settings = Settings.Smoke },
                "--only" => options with { Scenarios = args[++i].Split(',') },
                "--databases" => options with { Databases = args[++i].Split(',') },
                "--report" => options with { ReportFile = args[++i] },
                _ => throw new ArgumentException(Usage, nameof(args)),
            };
        }
        return options;
    }
}
