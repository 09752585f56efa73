namespace CommunityWidget.Contracts;

/// <summary>What waits for a member beside conversations. Source: <c>GET /api/contributions</c>.</summary>
/// <param name="SentBack">How many of their answers a moderator sent back to be mended.</param>
public sealed record Contributions(int SentBack);
