using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;

namespace CommunityWidget.Matching;

/// <summary>What a member may do has changed elsewhere: what they hold and may not hold any more goes to others, and what waits is looked at anew.</summary>
public sealed class WakeOnMembers(WithdrawMembers withdraw, MemberStore members) : IOutboxHandler
{
    public bool Wants(string kind) => kind == MemberNews.Changed;

    public async Task Handle(OutboxMessage message)
    {
        if (await members.Find(message.Thread) is { } member && !await withdraw.Changed(member.Site, member.Id)) throw new StorageAwayException("What a member may not do any more could not be taken back.");
    }
}
