using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A moderator looked at a proposal and nothing is to be done: the strikes it stands on are settled.</summary>
public sealed class DismissProposal(Db db, MemberConduct conduct, StrikeStore strikes, AuditLog audit, TimeProvider clock)
{
    public Task<Reply<Done>> Run(MemberCaller by, Guid memberId) => db.Write<Done>(async tx =>
    {
        if (await conduct.Lock(tx, by.Site.Id, memberId) is not { } member) return Refusals.NotFound;
        if (!WhoJudges.May(by.Member, member)) return Refusals.NotYoursToJudge;
        await strikes.Settle(tx, member.Id, clock.NowMs());
        await audit.Changed(tx, by, "sanction.dismissed", member.Id.ToString(), "", "");
        return Done.It;
    });
}
