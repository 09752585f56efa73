using System.Globalization;

namespace CommunityWidget.Faults;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Order(IReadOnlyList<int> Numbers, int Chats, int Seconds, double Scale, int Seed, int Seeds, string? Without, string? Summary, string? Keep, string? Before, string? ReleaseBefore, bool ClocksAside)
{
    private const string NoClocks = "--clocks-aside";

    private static readonly string[] Values = ["--chats", "--seconds", "--scale", "--seed", "--seeds", "--without", "--summary", "--keep", "--before", "--release-before"];

    /// <summary>Each run is played once with each of them.</summary>
    public IEnumerable<int> AllSeeds => Enumerable.Range(Seed, Seeds);

    public static Order From(string[] words)
    {
        string? Word(string name) => Array.IndexOf(words, name) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
        int Number(string name, int otherwise) => Word(name) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : otherwise;
        var scale = Word("--scale") is { } part ? double.Parse(part, CultureInfo.InvariantCulture) : 1;
        var numbers = words.TakeWhile(word => !IsName(word)).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return new(numbers, Number("--chats", 200), Number("--seconds", 60), scale, Number("--seed", 1), Math.Max(1, Number("--seeds", 1)), Word("--without"), Word("--summary"), Word("--keep"), Word("--before"), Word("--release-before"), words.Contains(NoClocks));
    }

    /// <summary>The first word that would do nothing; null when all are understood. A run that left out less than it was told to would show nothing.</summary>
    public static string? NotUnderstood(string[] words, IEnumerable<int> scenarios)
    {
        var known = scenarios.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == NoClocks || (words[..at].All(word => !IsName(word)) && known.Contains(words[at]))) continue;
            if (!Values.Contains(words[at]) || ++at == words.Length || IsName(words[at])) return words[Math.Min(at, words.Length - 1)];
            if (words[at - 1] == "--without" && !Rig.Knows(words[at])) return words[at];
        }
        return null;
    }

    public Rig For(string program, string folder, int seed) =>
        new(program, folder, Chats, TimeSpan.FromSeconds(Seconds), TimeSpan.FromSeconds(Seconds / 3.0), Scale, seed, Without, Before, ReleaseBefore);

    private static bool IsName(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
