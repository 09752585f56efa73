using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A moderator ends a sanction before its time; and takes that back within ten seconds.</summary>
public sealed class LiftSanction(Db db, SanctionStore sanctions, MemberConduct conduct, SettleConduct settle, AuditLog audit, TimeProvider clock)
{
    public Task<Reply<Sanction>> Run(MemberCaller by, Guid id) => Decide(by, id, SanctionLetters.Lifted, "sanction.lifted", (sanction, now) =>
        sanction.LiftedAt is null && (sanction.IsActiveAt(now) || !sanction.Lasts) ? sanction with { LiftedAt = now, LiftedBy = by.Id } : null);

    public Task<Reply<Sanction>> Undo(MemberCaller by, Guid id) => Decide(by, id, SanctionLetters.Issued, "sanction.lift_undone", (sanction, now) =>
        now - sanction.LiftedAt <= Change.UndoWithinMs ? sanction with { LiftedAt = null, LiftedBy = null } : null);

    /// <summary>Whether a sanction shuts this member out now.</summary>
    public async Task<bool> ShutsOut(Tx tx, Member member) => (await sanctions.Active(tx, member.Id, clock.NowMs())).Any(sanction => SanctionKinds.ShutsOut(sanction.Kind));

    /// <summary>An admin lets a member back: whatever shuts them out is over in that very moment, within that change and under the member's lock.</summary>
    public async Task LetBack(Tx tx, MemberCaller by, Member member, long at)
    {
        foreach (var sanction in (await sanctions.Active(tx, member.Id, at)).Where(sanction => SanctionKinds.ShutsOut(sanction.Kind)))
            await Save(tx, by, member, sanction with { LiftedAt = at, LiftedBy = by.Id }, SanctionLetters.Lifted, "sanction.lifted");
    }

    /// <summary>That change is taken back: what it lifted, and nothing else, holds again.</summary>
    public async Task UndoLetBack(Tx tx, MemberCaller by, Member member, Change letBack)
    {
        foreach (var sanction in await sanctions.LiftedAt(tx, member.Id, letBack.Actor, letBack.At))
            await Save(tx, by, member, sanction with { LiftedAt = null, LiftedBy = null }, SanctionLetters.Issued, "sanction.lift_undone");
    }

    private Task<Reply<Sanction>> Decide(MemberCaller by, Guid id, string letter, string action, Func<Sanction, long, Sanction?> decide) => db.Write<Sanction>(async tx =>
    {
        if (await sanctions.Find(tx, by.Site.Id, id) is not { } seen || await conduct.Lock(tx, by.Site.Id, seen.Member) is not { } member) return Refusals.NotFound;
        if (!WhoJudges.May(by.Member, member)) return Refusals.NotYoursToJudge;
        if (decide((await sanctions.Lock(tx, by.Site.Id, id))!, clock.NowMs()) is not { } changed) return Refusals.SanctionOver;
        await Save(tx, by, member, changed, letter, action);
        return changed;
    });

    private async Task Save(Tx tx, MemberCaller by, Member member, Sanction changed, string letter, string action)
    {
        await sanctions.Save(tx, changed);
        await audit.Changed(tx, by, action, member.Id.ToString(), "", JsonSerializer.Serialize(new { changed.Kind }));
        await settle.Run(tx, member, changed, letter);
    }
}
