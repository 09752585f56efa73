namespace CommunityWidget.Replay;

/// <summary>What two people said, in order. The first line is the question.</summary>
public sealed record Conversation(string Name, string Language, string? Product, IReadOnlyList<Line> Lines);

public sealed record Line(bool ByVisitor, string Text);
