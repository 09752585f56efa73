using System.Text;
using System.Text.Json;

namespace CommunityWidget.Tests.Testing.Data;

/// <summary>What people type to break a website: injections of every kind and naughty strings, one payload each. The data stands beside the repository.</summary>
public static class BadInputs
{
    private const string Variable = "BAD_INPUTS_EVERY";

    /// <summary>Null when there is none on this machine.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>All of them, each once; with <c>BAD_INPUTS_EVERY=n</c> every n-th. A test names how many it can afford by default.</summary>
    public static IReadOnlyList<string> Every(int n)
    {
        var step = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var asked) ? asked : n;
        return [.. All().Where((_, place) => place % step == 0)];
    }

    public static IReadOnlyList<string> All() =>
        [.. Naughty().Concat(Lines()).Where(payload => payload.Length > 0).Distinct(StringComparer.Ordinal)];

    private static List<string> Naughty() =>
        JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(Folder!, "blns.json")))!;

    private static IEnumerable<string> Lines() => Directory.GetFiles(Folder!, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadAllText(file, Encoding.UTF8).Split('\n').Select(line => line.TrimEnd('\r')));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SHARED_DATA") is { Length: > 0 } told) return Existing(Path.Combine(told, "bad-inputs"));
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunityWidget.sln"))) folder = folder.Parent;
        return folder?.Parent is { } beside ? Existing(Path.Combine(beside.FullName, "shared", "data", "bad-inputs")) : null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}

/// <summary>A test that needs the payloads: skipped, and counted as skipped, where they are not.</summary>
public sealed class BadInputFactAttribute : FactAttribute
{
    public BadInputFactAttribute()
    {
        if (BadInputs.Folder is null) Skip = "There are no bad inputs beside the repository; SHARED_DATA names another folder.";
    }
}
