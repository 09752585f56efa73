using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A member's text was refused or held: remembered, once a minute at most, so that one bad moment is one strike.</summary>
public sealed class NoteStrike(Db db, StrikeStore strikes, TimeProvider clock)
{
    private const long MomentMs = 60_000;

    /// <summary>It was refused: nothing is stored of it but that.</summary>
    public Task Refused(MemberCaller caller) => db.Write<Done>(async tx =>
    {
        await Lock(tx, caller);
        await Note(tx, caller, StrikeStore.Refused, thread: null);
        return Done.It;
    });

    /// <summary>What was said in one moment is noted one after the other. First of all in its transaction.</summary>
    public Task Lock(Tx tx, MemberCaller caller) => tx.Lock($"strikes of {caller.Id}");

    /// <summary>It was held, within the transaction that stored it and behind <see cref="Lock"/>.</summary>
    public Task Held(Tx tx, MemberCaller caller, Guid thread) => Note(tx, caller, StrikeStore.Held, thread);

    private async Task Note(Tx tx, MemberCaller caller, string kind, Guid? thread)
    {
        if (await strikes.LastAt(tx, caller.Id) > clock.NowMs() - MomentMs) return;
        await strikes.Add(tx, caller.Site.Id, caller.Id, kind, thread);
    }
}
