using System.Text.Json;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin;

/// <summary>An admin changes what a member of their own site may do. Matching hears of it at once.</summary>
public sealed class ChangeMember(
    Db db, SiteStore sites, MemberStore members, MemberChanges changes, AuditLog audit, LiftSanction sanctions, OfferStore offers, WithdrawMembers withdraw, ThreadNews news, ConductSignal signal, AnswerCache pages, TimeProvider clock)
{
    public Task<Reply<Saved>> Run(MemberCaller by, Guid id, string what, Func<MemberSettings, MemberSettings> change) => Write(by, id, async (tx, member, before) =>
    {
        var after = change(before);
        if (after == before) return new Saved(null);
        var written = await audit.Changed(tx, by, $"member.{what}", id.ToString(), JsonSerializer.Serialize(before), JsonSerializer.Serialize(after));
        // Or the next word of a moderator's would shut them out again.
        if (IsLetBack(before, after)) await sanctions.LetBack(tx, by, member, written.At);
        return await Save(tx, member, before, after) is { } refusal ? refusal : new Saved(written.Id);
    });

    /// <summary>Puts back what a change replaced, unless the member was changed again since.</summary>
    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => Write(by, Guid.Parse(change.Subject!), async (tx, member, before) =>
    {
        if (string.IsNullOrEmpty(change.Was) || JsonSerializer.Deserialize<MemberSettings>(change.Became!) != before) return Refusals.TooLateToUndo;
        var after = JsonSerializer.Deserialize<MemberSettings>(change.Was)!;
        // A moderator shut them out too since then.
        if (IsLetBack(before, after) && await sanctions.ShutsOut(tx, member)) return Refusals.TooLateToUndo;
        if (!await audit.MarkUndone(tx, change.Id)) return Refusals.TooLateToUndo;
        // Or they would be shut out by nothing they could read and object to.
        if (IsLetBack(after, before)) await sanctions.UndoLetBack(tx, by, member, change);
        return await Save(tx, member, before, after) is { } refusal ? refusal : new Saved(null);
    });

    private async Task<Reply<Saved>> Write(MemberCaller by, Guid id, Func<Tx, Member, MemberSettings, Task<Reply<Saved>>> work)
    {
        var reply = await db.Write<Saved>(async tx =>
        {
            // The site first: two admins who demote each other at once come one after the other.
            await sites.Lock(tx, by.Site.Id);
            if (await changes.Lock(tx, by.Site.Id, id) is not { } member) return Refusals.NotFound;
            return await work(tx, member, MemberSettings.Of(member, await changes.Topics(tx, id)));
        });
        if (reply.Value is null) return reply;
        signal.Raise();
        await withdraw.Changed(by.Site.Id, id);
        await news.StatusOf(id);
        return reply;
    }

    private async Task<Refusal?> Save(Tx tx, Member member, MemberSettings before, MemberSettings after)
    {
        var now = clock.NowMs();
        var changed = after.On(member);
        if (Administers(member, now) && !Administers(changed, now) && !await changes.HasOtherAdmin(tx, member, now)) return Refusals.LastAdmin;
        await changes.Save(tx, changed);
        // Pages say whether a volunteer answered or the team.
        if (changed.Roles != member.Roles) tx.AfterCommit(() =>
        {
            pages.Drop(member.Site);
            return Task.CompletedTask;
        });
        var (had, has) = (before.Topics.Split(' '), after.Topics.Split(' '));
        foreach (var topic in has.Except(had).Where(t => t != "")) await members.AddTopic(tx, member.Id, topic);
        foreach (var topic in had.Except(has)) await changes.RemoveTopic(tx, member.Id, topic);
        // With the change: fewer seats never have more offers than seats.
        await offers.RescindSurplus(tx, member.Id, now);
        return null;
    }

    private static bool IsLetBack(MemberSettings before, MemberSettings after) => before.SuspendedUntil is not null && after.SuspendedUntil is null;

    private static bool Administers(Member member, long now) => member.Is(Roles.Admin) && !member.SuspendedAt(now);
}
