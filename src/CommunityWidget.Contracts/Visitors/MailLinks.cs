namespace CommunityWidget.Contracts.Visitors;

/// <summary>Body of <c>POST /api/mail/open</c>.</summary>
/// <param name="Secret">What stood behind <c>#community-widget:</c> in the link of a mail.</param>
public sealed record PostedLink(string? Secret);

/// <summary>The conversation a mail's link leads back to.</summary>
/// <param name="ThreadId">Public id.</param>
/// <param name="Token">Opens this thread and nothing else, sent back in the <c>X-Visitor</c> header; null when the visitor who asked has theirs already.</param>
public sealed record LinkOpened(string ThreadId, string? Token);
