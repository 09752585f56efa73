using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// Erases who a member was: name, e-mail, password, keys, expertise. What they wrote belongs to the talks of others and stays, under no name,
/// unless that is erased too. Chats they hold go on with somebody else.
/// </summary>
public sealed class EraseMember(Db db, SiteStore sites, MemberChanges members, WithdrawMembers withdraw, EraseThread erase, EditionEdits pages, Outbox outbox, AuditLog audit, Scrub scrub, TimeProvider clock)
{
    public async Task<Reply<Done>> Run(MemberCaller by, Guid id, bool wordsToo)
    {
        var gone = await db.Write<Done>(async tx =>
        {
            await sites.Lock(tx, by.Site.Id);
            if (await members.Lock(tx, by.Site.Id, id) is not { } member) return Refusals.NotFound;
            if (member.Is(Roles.Admin) && !await members.HasOtherAdmin(tx, member, clock.NowMs())) return Refusals.LastAdmin;
            foreach (var sql in ErasureSql.OfMember) await tx.Execute(sql, Parameters(member));
            await audit.Erased(tx, by.Site.Id, by.Id, wordsToo ? "member.erased_with_words" : "member.erased", id);
            return Done.It;
        });
        if (gone.Refusal is not null) return gone;
        await withdraw.Changed(by.Site.Id, id);
        if (wordsToo && await EraseWords(by.Site.Id, id) is { } refusal) return refusal;
        await scrub.Run();
        return Done.It;
    }

    private async Task<Refusal?> EraseWords(Guid site, Guid member)
    {
        var wrote = await db.Query<Guid>(
            """
            select thread from participants where member = @member
            union
            select thread from events where author = @member and kind in ('note', 'suggestion')
            """,
            new { member });
        foreach (var thread in wrote)
        {
            var done = await db.Write<Done>(async tx =>
            {
                if (!await erase.RunOf(tx, thread, member)) return Done.It;
                await tx.Execute(tx.Dialect.Search.Forget, new { thread });
                // What others said there is still looked for.
                await outbox.Add(tx, EraseThread.Unsaid, thread, seq: 0);
                return Done.It;
            });
            if (done.Refusal is { } refusal) return refusal;
        }
        return (await db.Write<Done>(async tx =>
        {
            await pages.RemoveAllOf(tx, member, clock.NowMs());
            foreach (var sql in ErasureSql.OfMembersWords) await tx.Execute(sql, new { site, member });
            return Done.It;
        })).Refusal;
    }

    private object Parameters(Member member) => new
    {
        member = member.Id,
        memberText = member.Id.ToString(),
        site = member.Site,
        email = member.Email,
        who = SignIn.Who(member.Site, member.Email),
        nobody = $"erased {member.Id}",
        stamp = Secret.New(),
        forever = long.MaxValue,
        now = clock.NowMs(),
    };
}
