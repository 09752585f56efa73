using System.Globalization;
using CommunityWidget.Servers;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(IReadOnlyList<string> Databases, IReadOnlyList<string> Scenarios, Settings Settings, string? ReportFile, string? Data = null)
{
    private const string Usage = "Usage: [--short | --smoke] [--only relay,inbox,webhooks,pages,idle,queue,fanout] [--databases sqlite,postgres] [--warm SECONDS] [--report FILE]; named only: --only library,sitemap [--data FOLDER]";

    public bool Wants(string scenario) => Scenarios.Count == 0 || Scenarios.Contains(scenario);

    /// <summary>What takes long and is run only where it is named.</summary>
    public bool Asks(string scenario) => Scenarios.Contains(scenario);

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
                "--warm" => options with { Settings = options.Settings with { WarmUp = TimeSpan.FromSeconds(double.Parse(args[++i], CultureInfo.InvariantCulture)) } },
                "--data" => options with { Data = args[++i] },
                "--report" => options with { ReportFile = args[++i] },
                _ => throw new ArgumentException(Usage, nameof(args)),
            };
        }
        return options;
    }
}
