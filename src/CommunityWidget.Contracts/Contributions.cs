namespace CommunityWidget.Contracts;

/// <summary>What waits for a member beside conversations. Source: <c>GET /api/contributions</c>.</summary>
/// <param name="SentBack">How many of their answers a moderator sent back to be mended.</param>
/// <param name="Stale">How many of their published answers are to be looked at again: old ones, and those somebody doubts.</param>
public sealed record Contributions(int SentBack, int Stale);
