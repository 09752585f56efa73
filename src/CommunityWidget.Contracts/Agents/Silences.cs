namespace CommunityWidget.Contracts.Agents;

/// <summary>Body of <c>POST /api/threads/{id}/silence</c>.</summary>
/// <param name="Minutes">For how long the visitor may not write; 0 lets them write again.</param>
/// <param name="Block">Nor is anybody new let in from where they write, for the rest of the day.</param>
public sealed record SilenceRequest(int Minutes, bool Block = false);

/// <summary>Until when a visitor may not write.</summary>
/// <param name="Until">Unix milliseconds, UTC; null when they may.</param>
public sealed record VisitorSilenced(long? Until);
