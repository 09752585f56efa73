using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults;

/// <summary>How a scenario is to be run.</summary>
/// <param name="Program">The program's assembly.</param>
/// <param name="Folder">For recordings and logs; one of its own for each scenario.</param>
/// <param name="Before">The assembly of the version before, which knows one node and SQLite only, for the one scenario that needs it.</param>
/// <param name="ReleaseBefore">The same of the last release that serves a fleet.</param>
/// <param name="Without">A defence that is switched off from outside; the scenario must fail then.</param>
internal sealed record Rig(string Program, string Folder, int Chats, TimeSpan Lasts, TimeSpan FaultAt, double Scale, int Seed, string? Without, string? Before, string? ReleaseBefore)
{
    private static readonly Dictionary<string, Careless> Words = new()
    {
        ["resume"] = Careless.NeverResumes,
        ["keys"] = Careless.ForgetsKeys,
        ["listening"] = Careless.NeverListens,
        ["moving"] = Careless.NeverMoves,
        ["doubt"] = Careless.BelievesItself,
    };

    /// <summary>A count of the catalogue, at this run's scale.</summary>
    public int Of(int count) => Math.Max(1, (int)Math.Round(count * Scale));

    public TimeSpan Of(TimeSpan time) => Scale >= 1 ? time : TimeSpan.FromSeconds(Math.Max(3, time.TotalSeconds * Scale));

    public string Recordings => Path.Combine(Folder, "recordings");

    /// <summary>Settings of every node, from <c>--without Section:Name=value</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings => LeftOut.Select(one => one.Split('=', 2)).Where(setting => setting.Length == 2)
        .ToDictionary(setting => setting[0].Replace(":", "__", StringComparison.Ordinal), setting => setting[1]);

    /// <summary>What the clients leave out, from <c>--without resume</c> and its like.</summary>
    public Careless Careless => LeftOut.Aggregate(Careless.None, (all, one) => all | Words.GetValueOrDefault(one));

    // One that stands before another is missed only together with it.
    private IReadOnlyList<string> LeftOut => Without?.Split('+') ?? [];

    /// <summary>There are nodes to be broken. A defence is not missed where the fleet never came up.</summary>
    public bool HasStarted { get; set; }

    /// <summary>
    /// Whether leaving this out leaves anything out: a word of the clients, an option of the README's table with a value, a patch of the program that was
    /// built with it; or several, joined by a plus.
    /// </summary>
    public static bool Knows(string without) => without.Split('+').All(one =>
        Words.ContainsKey(one)
        || File.Exists($"tests/CommunityWidget.Faults/Without/{one}.patch")
        || (one.Split('=', 2) is [var name, not ""] && File.ReadLines("README.md").Any(line => line.StartsWith('|') && line.Contains($"`{name}`", StringComparison.Ordinal))));

    public Setting Setting(IReadOnlyList<Uri> servers, string name = "") =>
        new(servers, Path.Combine(Recordings, name), Seed, new(null), new()) { Careless = Careless, Again = TimeSpan.FromMilliseconds(400) };
}
