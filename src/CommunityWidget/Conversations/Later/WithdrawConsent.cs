using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Consent;

namespace CommunityWidget.Conversations.Later;

/// <summary>By a mail's link a visitor takes their consent back, and the page with it.</summary>
public sealed class WithdrawConsent(FollowLink follow, Consents consents)
{
    public Task<Reply<MailedThread>> Run(string? secret) => follow.Run(secret, LinkPurposes.Withdraw, (tx, thread) => consents.Say(tx, thread, version: null, ConsentWays.Mail));
}
