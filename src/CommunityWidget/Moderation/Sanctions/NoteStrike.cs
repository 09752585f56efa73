using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A member's text was refused or held: remembered, once a minute at most, so that one bad moment is one strike.</summary>
public sealed class NoteStrike(Db db, StrikeStore strikes, TimeProvider clock)
{
    private const long MomentMs = 60_000;

    public Task Run(MemberCaller caller, string kind) => db.Write<Done>(async tx =>
    {
        if (await strikes.LastAt(tx, caller.Id) > clock.NowMs() - MomentMs) return Done.It;
        await strikes.Add(tx, caller.Site.Id, caller.Id, kind, thread: null);
        return Done.It;
    });
}
