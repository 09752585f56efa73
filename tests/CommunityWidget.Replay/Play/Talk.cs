using System.Text;
using System.Text.RegularExpressions;

namespace CommunityWidget.Replay.Play;

/// <summary>What several people said in one thread. Speaker 0 asked; the first line is the question.</summary>
public sealed partial record Talk(string Name, IReadOnlyList<Utterance> Lines)
{
    private static readonly string[] Words = ["lamp", "bulb", "shade", "delivery", "dim", "flickers", "warm", "return", "cable", "please", "it", "the", "is", "was", "why", "déjà", "naïve", "🙂"];

    /// <summary>People who asked and were never answered in the channel.</summary>
    public bool IsAlone => Lines.All(line => line.Speaker == 0);

    /// <summary>Every thread of at least four lines that somebody said.</summary>
    public static IReadOnlyList<Talk> Read(string folder) => [.. ChannelThreads.Read(folder).Select(t => Of(t.Name, t.Lines)).OfType<Talk>()];

    /// <summary>Of our own making, without end, where no data is needed: who speaks when, by a seed.</summary>
    public static IEnumerable<Talk> Invent(int seed)
    {
        var dice = new Random(seed);
        for (var number = 0; ; number++)
            yield return new($"invented:{number}", [.. Enumerable.Range(0, dice.Next(4, 14)).Select(line => new Utterance(line == 0 ? 0 : dice.Next(0, 3), Sentence(dice)))]);
    }

    private static Talk? Of(string name, IReadOnlyList<string> raw)
    {
        var said = raw.Select(line => Said().Match(line)).Where(m => m.Success).ToList();
        if (said.Count < 4) return null;
        var speakers = said.Select(m => m.Groups["who"].Value).Distinct().ToList();
        return new(name, [.. said.Select(m => new Utterance(speakers.IndexOf(m.Groups["who"].Value), m.Groups["text"].Value))]);
    }

    // Some channels put a tab behind the name, some messages are empty.
    [GeneratedRegex(@"^(?:\S+ [\d-]+ )?\[[\d:]+\] <(?<who>[^>]+)>\s?(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Said();

    private static string Sentence(Random dice)
    {
        var text = new StringBuilder();
        for (var word = dice.Next(1, 20); word >= 0; word--) text.Append(Words[dice.Next(Words.Length)]).Append(' ');
        return text.ToString().Trim();
    }
}

public sealed record Utterance(int Speaker, string Text);
