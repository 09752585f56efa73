using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A moderator reminds, puts on probation, suspends or excludes a member; always a human, always with a reason the member reads.</summary>
public sealed class IssueSanction(
    Db db, SiteStore sites, ThreadStore threads, SanctionStore sanctions, StrikeStore strikes, MemberConduct conduct, MemberChanges members, AskerNames names, SettleConduct settle, AuditLog audit, TimeProvider clock)
{
    public const int MostDays = 365;

    private const int MostReason = 2_000;

    private const long DayMs = 86_400_000;

    public async Task<Reply<Sanction>> Run(MemberCaller by, Guid memberId, SanctionOrder order)
    {
        if (!SanctionKinds.All.Contains(order.Kind) || (SanctionKinds.HasTerm(order.Kind!) && order.Days is not (>= 1 and <= MostDays))) return Refusals.SanctionNotUsable;
        var reason = MessageText.Clean(order.Reason);
        if (reason.Value is not { Length: <= MostReason } words) return Refusals.SanctionNotUsable;
        var named = !ThreadStore.IsPublicId(order.About) ? null : await threads.Find(by.Site.Id, order.About);
        if (named is null && order.About is not null) return Refusals.NotFound;
        return await db.Write<Sanction>(async tx =>
        {
            var (now, shutsOut) = (clock.NowMs(), SanctionKinds.ShutsOut(order.Kind!));
            // The site first: two admins who shut each other out at once come one after the other.
            if (shutsOut) await sites.Lock(tx, by.Site.Id);
            // Before the member, as everywhere, and not erased under these words: what they quote of it has to go with it.
            var thread = (named?.Id ?? await strikes.LatestThread(tx, memberId, now)) is { } about ? await threads.Lock(tx, about) : null;
            if (await conduct.Lock(tx, by.Site.Id, memberId) is not { } member) return Refusals.NotFound;
            if (!WhoJudges.May(by.Member, member)) return Refusals.NotYoursToJudge;
            if (shutsOut && member.Is(Roles.Admin) && !await members.HasOtherAdmin(tx, member, now)) return Refusals.LastAdmin;
            // Who was shut out, or is no moderator any more, since they opened the page.
            if (await members.Find(tx, by.Site.Id, by.Id) is not { } issuer || issuer.SuspendedAt(now) || !MayJudge(issuer, member)) return Refusals.NotAllowed;
            var sanction = new Sanction
            {
                Id = clock.NewId(),
                Site = by.Site.Id,
                Member = member.Id,
                Kind = order.Kind!,
                Thread = thread?.Id,
                Reason = SanctionWords.Of(by.Site, member, words, thread is null ? null : await names.Of(tx, thread.Id)),
                IssuedBy = by.Id,
                IssuedAt = now,
                EndsAt = SanctionKinds.HasTerm(order.Kind!) ? now + (order.Days!.Value * DayMs) : null,
            };
            await sanctions.Add(tx, sanction);
            // One that names its conversation came of no other, whatever else is settled by it.
            await strikes.Settle(tx, member.Id, named is null ? now : now - 1);
            if (shutsOut) await LetGo(tx, member, forGood: order.Kind == SanctionKinds.Exclusion);
            await audit.Changed(tx, by, "sanction.issued", member.Id.ToString(), "", JsonSerializer.Serialize(new { sanction.Kind, order.Days }));
            await settle.Run(tx, member, sanction, SanctionLetters.Issued);
            return sanction;
        });
    }

    // Nobody waits for what they were to look after, nor for ever for what they were to mend.
    private static async Task LetGo(Tx tx, Member member, bool forGood)
    {
        if (forGood) await tx.Execute("update pages set sent_to = null, sent_by = null, sent_note = null where sent_to = @Id and state = 'review'", new { member.Id });
        await tx.Execute("update pages set assigned_to = null where assigned_to = @Id", new { member.Id });
    }

    private static bool MayJudge(Member issuer, Member member) => issuer.Is(Roles.Admin) || (issuer.Is(Roles.Moderator) && !member.Is(Roles.Admin));
}
