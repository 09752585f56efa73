namespace CommunityWidget.Contracts.Visitors;

/// <summary>Body of <c>POST /api/identity</c> and of <c>POST /api/visitors/leave</c>.</summary>
/// <param name="Token">What the shop signed, a JWT with <c>sub, exp, aud, jti</c>; or the visitor's own token, which opens nothing from then on.</param>
public sealed record PostedIdentity(string? Token);

/// <summary>The customer is known on this device from now on.</summary>
/// <param name="Token">Sent back in the <c>X-Visitor</c> header and nowhere else.</param>
/// <param name="ExpiresAt">Unix milliseconds, UTC: afterwards the shop says again who it is.</param>
/// <param name="ThreadId">Their open conversation, or the latest one, on whichever device it was; null when there was none.</param>
/// <param name="IsOpen">False when that has ended.</param>
public sealed record IdentityWelcome(string Token, long ExpiresAt, string? ThreadId, bool IsOpen);
