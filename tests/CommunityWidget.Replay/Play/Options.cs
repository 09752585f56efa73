using System.Globalization;

namespace CommunityWidget.Replay.Play;

/// <summary>What stands behind a verb on the command line.</summary>
internal sealed record Options(int Talks, int Seed, int AtOnce, int Volunteers, string? Plant, int Rounds)
{
    public static Options From(string[] words)
    {
        string? Word(string name) => Array.IndexOf(words, name) is var at and >= 0 && at + 1 < words.Length ? words[at + 1] : null;
        int Number(string name, int otherwise) => Word(name) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : otherwise;
        return new(Number("--talks", 60), Number("--seed", 1), Number("--at-once", 24), Number("--volunteers", 16), Word("--plant"), Number("--rounds", 100));
    }
}
