using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A member answers back, once for each sanction and also while they are shut out; a moderator answers them, another one than who decided where there is one.</summary>
public sealed class AppealSanction(Db db, SiteStore sites, SanctionStore sanctions, MemberConduct conduct, SettleConduct settle, AuditLog audit, TimeProvider clock)
{
    public async Task<Reply<Sanction>> Write(Member member, Guid id, string? typed)
    {
        var text = MessageText.Clean(typed);
        if (text.Value is not { } words) return text.Refusal!;
        return await db.Write<Sanction>(async tx =>
        {
            if (await sanctions.Lock(tx, member.Site, id) is not { } sanction || sanction.Member != member.Id) return Refusals.NotFound;
            if (!sanction.MayBeAppealed) return Refusals.SanctionOver;
            var appealed = sanction with { Appeal = SanctionWords.Of(await sites.Get(tx, member.Site), member, words), AppealedAt = clock.NowMs() };
            await sanctions.Save(tx, appealed);
            await audit.Did(tx, member, "sanction.appealed");
            return appealed;
        });
    }

    /// <param name="by">Who answers.</param>
    /// <param name="id">The sanction.</param>
    /// <param name="typed">What the member will read.</param>
    /// <param name="lift">The appeal was right.</param>
    public async Task<Reply<Sanction>> Answer(MemberCaller by, Guid id, string? typed, bool lift)
    {
        var text = MessageText.Clean(typed);
        if (text.Value is not { } words) return text.Refusal!;
        return await db.Write<Sanction>(async tx =>
        {
            if (await sanctions.Find(tx, by.Site.Id, id) is not { } seen || await conduct.Lock(tx, by.Site.Id, seen.Member) is not { } member) return Refusals.NotFound;
            var sanction = (await sanctions.Lock(tx, by.Site.Id, id))!;
            if (sanction.AppealedAt is null || sanction.AnsweredAt is not null) return Refusals.SanctionOver;
            var now = clock.NowMs();
            if (member.Id == by.Id || (sanction.IssuedBy == by.Id && await HasOther(tx, sanction, now))) return Refusals.NotYoursToJudge;
            var lifted = lift && sanction.LiftedAt is null;
            var answered = sanction with
            {
                Answer = SanctionWords.Of(by.Site, member, words),
                AnsweredBy = by.Id,
                AnsweredAt = now,
                LiftedAt = lifted ? now : sanction.LiftedAt,
                LiftedBy = lifted ? by.Id : sanction.LiftedBy,
            };
            await sanctions.Save(tx, answered);
            await audit.Changed(tx, by, "sanction.answered", member.Id.ToString(), "", JsonSerializer.Serialize(new { sanction.Kind, lifted }));
            await settle.Run(tx, member, answered, SanctionLetters.Answered);
            return answered;
        });
    }

    // Somebody who may moderate, is not shut out, and neither decided it nor suffers it.
    private static async Task<bool> HasOther(Tx tx, Sanction sanction, long now) => (await tx.Query<Member>(
        "select * from members where site = @Site and id <> @IssuedBy and id <> @Member and (roles like '%moderator%' or roles like '%admin%')", sanction))
        .Any(other => other.Password is not null && !other.SuspendedAt(now));
}
