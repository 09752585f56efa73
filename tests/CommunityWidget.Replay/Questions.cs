using System.Text.Json;

namespace CommunityWidget.Replay;

/// <summary>Questions and their answers, one pair a line.</summary>
public static class Questions
{
    public static IReadOnlyList<Conversation> Read(string file, string language, int count) =>
        [.. File.ReadLines(file)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select((pair, row) => new Conversation(
                $"{Path.GetFileName(file)}:{row + 1}",
                language,
                pair.TryGetProperty("asin", out var product) ? product.GetString() : null,
                [new(ByVisitor: true, pair.GetProperty("question").GetString()!), new(ByVisitor: false, pair.GetProperty("answer").GetString()!)]))
            .Where(conversation => conversation.Lines.All(line => Limit.Allows(line.Text)))
            .Take(count)];
}
