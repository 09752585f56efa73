using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>
/// Erases who a member was: name, e-mail, password, keys, expertise. What they wrote belongs to the talks of others and stays, under no name,
/// unless that is erased too. Chats they hold go on with somebody else.
/// </summary>
public sealed class EraseMember(Db db, SiteStore sites, MemberChanges members, WithdrawMembers withdraw, LeaveThreads leave, EraseThread erase, EditionEdits pages, ConductSignal signal, Outbox outbox, AuditLog audit, Scrub scrub, TimeProvider clock)
{
    public async Task<Reply<Done>> Run(MemberCaller by, Guid id, bool wordsToo)
    {
        var gone = await db.Write<Done>(async tx =>
        {
            await sites.Lock(tx, by.Site.Id);
            // A thread is locked before the members in it, everywhere.
            await leave.Run(tx, by.Site.Id, id);
            if (await members.Lock(tx, by.Site.Id, id) is not { } member) return Refusals.NotFound;
            if (member.Is(Roles.Admin) && !await members.HasOtherAdmin(tx, member, clock.NowMs())) return Refusals.LastAdmin;
            foreach (var sql in ErasureSql.OfMember) await tx.Execute(sql, Parameters(member));
            await audit.Erased(tx, by.Site.Id, by.Id, wordsToo ? "member.erased_with_words" : "member.erased", id);
            return Done.It;
        });
        if (gone.Refusal is not null) return gone;
        // Lines that are open end before the words go: nothing is said behind them.
        signal.Raise();
        await withdraw.Changed(by.Site.Id, id);
        if (wordsToo && await EraseWords(by.Site.Id, id) is { } refusal) return refusal;
        await scrub.Run();
        return Done.It;
    }

    private async Task<Refusal?> EraseWords(Guid site, Guid member)
    {
        foreach (var thread in await db.Query<Guid>(ErasureSql.WroteIn, new { site, member }))
        {
            var done = await db.Write<Done>(async tx =>
            {
                if (await erase.RunOf(tx, thread, member))
                {
                    await tx.Execute(tx.Dialect.Search.Forget, new { thread });
                    // What others said there is still looked for.
                    await outbox.Add(tx, EraseThread.Unsaid, thread, seq: 0);
                }
                await pages.RemoveAllOf(tx, thread, member, clock.NowMs());
                return Done.It;
            });
            if (done.Refusal is { } refusal) return refusal;
        }
        // What went to pages of other threads, also a moment ago: each under the lock of whoever would store it again.
        while (await db.Query<Guid>("select distinct p.thread from answers a join pages p on p.id = a.page where a.member = @member limit 100", new { member }) is { Count: > 0 } elsewhere)
        {
            foreach (var thread in elsewhere)
            {
                var done = await db.Write<Done>(async tx =>
                {
                    await tx.Execute($"select 1 from threads where id = @thread{tx.Dialect.ForUpdate}", new { thread });
                    await pages.RemoveAllOf(tx, thread, member, clock.NowMs());
                    return Done.It;
                });
                if (done.Refusal is { } refusal) return refusal;
            }
        }
        return (await db.Write<Done>(async tx =>
        {
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
