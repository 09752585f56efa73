using System.Globalization;

namespace CommunityWidget.Faults;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Order(IReadOnlyList<int> Numbers, int Chats, int Seconds, double Scale, int Seed, string? Without, string? Summary, string? Keep, string? Before, bool ClocksAside)
{
    public static Order From(string[] words)
    {
        string? Word(string name) => Array.IndexOf(words, name) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
        int Number(string name, int otherwise) => Word(name) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : otherwise;
        var scale = Word("--scale") is { } part ? double.Parse(part, CultureInfo.InvariantCulture) : 1;
        var numbers = words.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return new(numbers, Number("--chats", 200), Number("--seconds", 60), scale, Number("--seed", 1), Word("--without"), Word("--summary"), Word("--keep"), Word("--before"), words.Contains("--clocks-aside"));
    }

    public Rig Rig(string program, string folder) =>
        new(program, folder, Chats, TimeSpan.FromSeconds(Seconds), TimeSpan.FromSeconds(Seconds / 3.0), Scale, Seed, Without, Before);
}
