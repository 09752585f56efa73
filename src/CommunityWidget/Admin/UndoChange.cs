using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>Takes a change back, within ten seconds and by any admin of the site it was made on.</summary>
public sealed class UndoChange(Db db, AuditLog audit, ChangeSite site, ChangeMember member, Invitations invitations, IEnumerable<IUndoes> others, TimeProvider clock)
{
    public async Task<Reply<Saved>> Run(MemberCaller by, Guid id)
    {
        if (await audit.Find(by.Site.Id, id) is not { } change) return Refusals.NotFound;
        if (!change.MayBeUndoneAt(clock.NowMs())) return Refusals.TooLateToUndo;
        return change.Action switch
        {
            "invitation.withdrawn" => await Reopen(by, change),
            var action when action.StartsWith("site.", StringComparison.Ordinal) => await site.Undo(by, change),
            var action when action.StartsWith("member.", StringComparison.Ordinal) => await member.Undo(by, change),
            var action => others.FirstOrDefault(other => action.StartsWith(other.Kind, StringComparison.Ordinal)) is { } one ? await one.Undo(by, change) : Refusals.TooLateToUndo,
        };
    }

    private Task<Reply<Saved>> Reopen(MemberCaller by, Change change) => db.Write<Saved>(async tx =>
        await audit.MarkUndone(tx, change.Id) && await invitations.SetWithdrawn(tx, by.Site.Id, Guid.Parse(change.Subject!), withdrawn: false)
            ? new Saved(null)
            : Refusals.TooLateToUndo);
}
