using System.Text.RegularExpressions;

namespace CommunityWidget.Replay;

/// <summary>Threads of a help channel, rebuilt by who answered whom: those of exactly two people and four lines or more.</summary>
public static partial class Conversations
{
    /// <summary>The first ones of every file before the second ones of any.</summary>
    public static IReadOnlyList<Conversation> Read(string folder, int count) =>
        [.. Directory.GetFiles(folder, "*.annotation.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => OfFile(file).Select((conversation, place) => (conversation, place)))
            .OrderBy(found => found.place)
            .Select(found => found.conversation)
            .Take(count)];

    private static IEnumerable<Conversation> OfFile(string annotations)
    {
        var lines = File.ReadAllText(annotations.Replace(".annotation.txt", ".ascii.txt")).Split('\n');
        var threads = new Dictionary<int, int>();
        foreach (var link in File.ReadLines(annotations).Select(line => line.Split(' ')))
        {
            var (one, other) = (Root(threads, int.Parse(link[0])), Root(threads, int.Parse(link[1])));
            threads[Math.Max(one, other)] = Math.Min(one, other);
        }
        var name = Path.GetFileName(annotations).Split(".annotation")[0];
        return threads.Keys.Order().GroupBy(line => Root(threads, line))
            .Select(thread => Of($"{name}:{thread.Key}", [.. thread.Select(number => lines[number]).Where(line => !line.StartsWith("===", StringComparison.Ordinal))]))
            .OfType<Conversation>();
    }

    private static int Root(Dictionary<int, int> threads, int line)
    {
        while (threads.TryAdd(line, line) is false && threads[line] != line) line = threads[line];
        return line;
    }

    private static Conversation? Of(string name, IReadOnlyList<string> raw)
    {
        var said = raw.Select(line => Said().Match(line)).ToList();
        if (said.Count < 4 || !said.TrueForAll(m => m.Success && Limit.Allows(m.Groups["text"].Value))) return null;
        if (said.Select(m => m.Groups["who"].Value).Distinct().Count() != 2) return null;
        var asker = said[0].Groups["who"].Value;
        return new(name, "en", null, [.. said.Select(m => new Line(m.Groups["who"].Value == asker, m.Groups["text"].Value))]);
    }

    [GeneratedRegex(@"^(?:\S+ [\d-]+ )?\[[\d:]+\] <(?<who>[^>]+)> (?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Said();
}
