using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>
/// Who is suspended, or lost the role that answers, holds no conversation, no offer and nothing that was given to them any more; who owes the charter, no offer: what they are in goes on. Found by the sweep on every node;
/// whoever changes a member calls <see cref="Changed"/> so that nobody waits for it.
/// </summary>
public sealed class WithdrawMembers(Db db, ThreadStore threads, ThreadWriter writer, OfferStore offers, FreeAssigned assigned, SiteStore sites, IMatchQueue queue, TimeProvider clock)
{
    internal const string MayNotAnswer = """
        (m.suspended_until > @now or (m.roles not like '%super_user%' and m.roles not like '%agent%' and m.roles not like '%admin%'))
        """;

    private const string OwesCharter = "(m.roles like '%super_user%' and m.charter_accepted < (select s.charter_asked from sites s where s.id = m.site))";

    /// <summary>A member's roles, seats, topics, languages or suspension changed: what is left of them goes to others, and matching looks anew.</summary>
    /// <returns>False when not all of it could be stored: to be done again.</returns>
    public async Task<bool> Changed(Guid site, Guid member)
    {
        await Run();
        var rescinded = await db.Write<Done>(async tx =>
        {
            await offers.RescindSurplus(tx, member, clock.NowMs());
            return Done.It;
        });
        await queue.Wake(site, clock.NowMs());
        return rescinded.Refusal is null;
    }

    public async Task Run()
    {
        var now = clock.NowMs();
        var held = await db.Query<ThreadRecord>(
            $"select t.* from threads t join members m on m.id = t.responder where t.state = 'live' and {MayNotAnswer}", new { now });
        foreach (var thread in held) await Return(thread, now);
        await assigned.Run();
        var offered = await db.Query<Guid>(
            $"select distinct o.member from offers o join members m on m.id = o.member where o.state = 'open' and ({MayNotAnswer} or {OwesCharter})", new { now });
        foreach (var member in offered) await Rescind(member, now);
        if (offered.Count == 0) return;
        foreach (var site in await sites.All()) await queue.Wake(site.Id, now);
    }

    private Task Rescind(Guid member, long now) => db.Write<Done>(async tx =>
    {
        await offers.RescindOf(tx, member, leftAt: now, now);
        return Done.It;
    });

    private async Task Return(ThreadRecord seen, long now) => await db.Write<ThreadRecord>(async tx =>
    {
        var thread = (await threads.Lock(tx, seen.Id))!;
        if (thread.Fence != seen.Fence) return Refusals.StaleFence;
        var step = ThreadMachine.Return(thread, "suspended", (await writer.SiteOf(tx, thread)).Ladder.Parked, now);
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.System);
    });
}
