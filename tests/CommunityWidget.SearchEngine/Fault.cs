namespace CommunityWidget.SearchEngine;

/// <summary>What is wrong somewhere.</summary>
public sealed record Fault(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
