using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A moderator reminds, puts on probation, suspends or excludes a member; always a human, always with a reason the member reads.</summary>
public sealed class IssueSanction(Db db, SanctionStore sanctions, StrikeStore strikes, MemberConduct conduct, SettleConduct settle, AuditLog audit, TimeProvider clock)
{
    public const int MostDays = 365;

    private const int MostReason = 2_000;

    private const long DayMs = 86_400_000;

    public async Task<Reply<Sanction>> Run(MemberCaller by, Guid memberId, SanctionOrder order)
    {
        if (!SanctionKinds.All.Contains(order.Kind) || (SanctionKinds.HasTerm(order.Kind!) && order.Days is not (>= 1 and <= MostDays))) return Refusals.SanctionNotUsable;
        var reason = MessageText.Clean(order.Reason);
        if (reason.Value is not { Length: <= MostReason } words) return Refusals.SanctionNotUsable;
        return await db.Write<Sanction>(async tx =>
        {
            if (await conduct.Lock(tx, by.Site.Id, memberId) is not { } member) return Refusals.NotFound;
            if (member.Id == by.Id || (member.Is(Roles.Admin) && !by.Member.Is(Roles.Admin))) return Refusals.NotYoursToJudge;
            var now = clock.NowMs();
            var sanction = new Sanction
            {
                Id = clock.NewId(),
                Site = by.Site.Id,
                Member = member.Id,
                Kind = order.Kind!,
                Reason = words.Trim(),
                IssuedBy = by.Id,
                IssuedAt = now,
                EndsAt = SanctionKinds.HasTerm(order.Kind!) ? now + (order.Days!.Value * DayMs) : null,
            };
            await sanctions.Add(tx, sanction);
            await strikes.Settle(tx, member.Id, now);
            // Nobody waits for what they were to mend.
            if (order.Kind == SanctionKinds.Exclusion) await tx.Execute("update pages set sent_to = null, sent_by = null, sent_note = null where sent_to = @Id and state = 'review'", new { member.Id });
            await audit.Changed(tx, by, "sanction.issued", member.Id.ToString(), "", JsonSerializer.Serialize(new { sanction.Kind, order.Days }));
            await settle.Run(tx, member, sanction, SanctionLetters.Issued);
            return sanction;
        });
    }
}
