using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A moderator ends a sanction before its time; and takes that back within ten seconds.</summary>
public sealed class LiftSanction(Db db, SanctionStore sanctions, MemberConduct conduct, SettleConduct settle, AuditLog audit, TimeProvider clock)
{
    public Task<Reply<Sanction>> Run(MemberCaller by, Guid id) => Change(by, id, SanctionLetters.Lifted, "sanction.lifted", (sanction, now) =>
        sanction.LiftedAt is null && (sanction.IsActiveAt(now) || !sanction.Lasts) ? sanction with { LiftedAt = now, LiftedBy = by.Id } : null);

    public Task<Reply<Sanction>> Undo(MemberCaller by, Guid id) => Change(by, id, SanctionLetters.Issued, "sanction.lift_undone", (sanction, now) =>
        now - sanction.LiftedAt <= People.Change.UndoWithinMs ? sanction with { LiftedAt = null, LiftedBy = null } : null);

    private Task<Reply<Sanction>> Change(MemberCaller by, Guid id, string letter, string action, Func<Sanction, long, Sanction?> change) => db.Write<Sanction>(async tx =>
    {
        if (await sanctions.Find(tx, by.Site.Id, id) is not { } seen || await conduct.Lock(tx, by.Site.Id, seen.Member) is not { } member) return Refusals.NotFound;
        if (member.Id == by.Id) return Refusals.NotYoursToJudge;
        if (change((await sanctions.Lock(tx, by.Site.Id, id))!, clock.NowMs()) is not { } changed) return Refusals.SanctionOver;
        await sanctions.Save(tx, changed);
        await audit.Changed(tx, by, action, member.Id.ToString(), "", JsonSerializer.Serialize(new { changed.Kind }));
        await settle.Run(tx, member, changed, letter);
        return changed;
    });
}
