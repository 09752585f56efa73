using System.Text.RegularExpressions;

namespace CommunityWidget.Replay;

/// <summary>Threads of a help channel of exactly two people and four lines or more.</summary>
public static partial class Conversations
{
    /// <summary>The first ones of every file before the second ones of any.</summary>
    public static IReadOnlyList<Conversation> Read(string folder, int count) =>
        [.. ChannelThreads.Read(folder)
            .Select(thread => Of(thread.Name, thread.Lines))
            .OfType<Conversation>()
            .GroupBy(conversation => conversation.Name.Split(':')[0])
            .SelectMany(file => file.Select((conversation, place) => (conversation, place)))
            .OrderBy(found => found.place)
            .Select(found => found.conversation)
            .Take(count)];

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
