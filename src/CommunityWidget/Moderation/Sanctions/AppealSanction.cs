using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>A member answers back, once for each sanction and also while they are shut out; a moderator answers them, another one than who decided where there is one. An admin is answered by an admin.</summary>
public sealed class AppealSanction(Db db, SiteStore sites, SanctionStore sanctions, MemberConduct conduct, AskerNames names, SettleConduct settle, WhoJudges judges, AuditLog audit, TimeProvider clock)
{
    public async Task<Reply<Sanction>> Write(Member member, Guid id, string? typed)
    {
        var text = MessageText.Clean(typed);
        if (text.Value is not { } words) return text.Refusal!;
        return await db.Write<Sanction>(async tx =>
        {
            if (await sanctions.Lock(tx, member.Site, id) is not { } sanction || sanction.Member != member.Id) return Refusals.NotFound;
            if (!sanction.MayBeAppealed) return Refusals.SanctionOver;
            var appealed = sanction with { Appeal = SanctionWords.Of(await sites.Get(tx, member.Site), member, words, await Asker(tx, sanction)), AppealedAt = clock.NowMs() };
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
            if (!WhoJudges.May(by.Member, member) || (sanction.IssuedBy == by.Id && await judges.HasOther(tx, sanction.Site, member.Is(Roles.Admin), by.Id, member.Id))) return Refusals.NotYoursToJudge;
            var lifted = lift && sanction.LiftedAt is null;
            var answered = sanction with
            {
                Answer = SanctionWords.Of(by.Site, member, words, await Asker(tx, sanction)),
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

    private async Task<string?> Asker(Tx tx, Sanction sanction) => sanction.Thread is { } thread ? await names.Of(tx, thread) : null;
}
