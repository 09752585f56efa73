using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A member has looked at what moderators told them: their console stops saying that there is something.</summary>
public sealed class ReadWord(Db db, MemberConduct conduct, ThreadNews news)
{
    public async Task Run(Member member)
    {
        if (!member.HasWord) return;
        await db.Write<Done>(async tx =>
        {
            await conduct.SetWord(tx, member.Id, has: false);
            tx.AfterCommit(() => news.StatusOf(member.Id));
            return Done.It;
        });
    }
}
