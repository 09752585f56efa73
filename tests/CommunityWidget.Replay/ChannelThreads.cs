namespace CommunityWidget.Replay;

/// <summary>Threads of a help channel, rebuilt by who answered whom.</summary>
public static class ChannelThreads
{
    /// <summary>Every thread of every file as its raw lines, notices of the channel itself left out.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Lines)> Read(string folder) =>
        Directory.GetFiles(folder, "*.annotation.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(OfFile);

    private static IEnumerable<(string, IReadOnlyList<string>)> OfFile(string annotations)
    {
        var lines = File.ReadAllText(annotations.Replace(".annotation.txt", ".ascii.txt")).Split('\n');
        var threads = new Dictionary<int, int>();
        foreach (var link in File.ReadLines(annotations).Select(line => line.Split(' ')))
        {
            var (one, other) = (Root(threads, int.Parse(link[0])), Root(threads, int.Parse(link[1])));
            threads[Math.Max(one, other)] = Math.Min(one, other);
        }
        var name = Path.GetFileName(annotations).Split(".annotation")[0];
        return threads.Keys.Order().GroupBy(line => Root(threads, line)).Select(thread => (
            $"{name}:{thread.Key}",
            (IReadOnlyList<string>)[.. thread.Select(number => lines[number]).Where(line => !line.StartsWith("===", StringComparison.Ordinal))]));
    }

    private static int Root(Dictionary<int, int> threads, int line)
    {
        while (threads.TryAdd(line, line) is false && threads[line] != line) line = threads[line];
        return line;
    }
}
