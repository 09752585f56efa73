using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>
/// Looks every five minutes who could be asked, and adds five minutes to the hour of each. Whichever node is first in a slot counts for all:
/// presence is shared, so that one look sees everybody, and nothing is written when somebody comes, goes or pings.
/// </summary>
public sealed class CountAvailable(Db db, SiteStore sites, MemberStore members, IMatchQueue queue, Presence presence, TallyStore tallies, TimeProvider clock) : IChore
{
    public const long SlotMs = 5 * 60_000;

    private long _done;

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task Run()
    {
        var now = clock.NowMs();
        var slot = now - (now % SlotMs);
        // A node that knows only its own people leaves the look to one that knows all.
        if (slot <= _done || !queue.SeesEveryone(now)) return;
        var there = await Available(now);
        if (there.Count > 0 && (await Write(slot, there)).Refusal is not null) return;
        _done = slot;
    }

    private Task<Reply<Done>> Write(long slot, IReadOnlyList<SeenAvailable> there) => db.Write<Done>(async tx =>
    {
        if (!await tallies.MoveMark(tx, TallyStore.Available, slot)) return Done.It;
        foreach (var one in there)
        {
            await tx.Execute(
                """
                insert into available_minutes (site, hour, member, minutes) values (@Site, @Hour, @Member, @minutes)
                on conflict (site, hour, member) do update set minutes = available_minutes.minutes + @minutes
                """,
                new { one.Site, one.Hour, one.Member, minutes = SlotMs / 60_000 });
        }
        return Done.It;
    });

    private async Task<IReadOnlyList<SeenAvailable>> Available(long now)
    {
        var there = new List<SeenAvailable>();
        foreach (var site in await db.Query<Guid>("select distinct site from members where intent = 'available'"))
        {
            var where = await sites.Get(site);
            var willing = (await members.Available(site, now)).Where(m => m.Is(Roles.SuperUser) && !m.OwesCharter(where)).ToList();
            var beats = await queue.Beats(site, [.. willing.Select(m => m.Id)], now);
            var hour = SiteTime.Of(where).HourStart(now);
            there.AddRange(willing.Where(m => presence.Connected(beats, m.Id, now)).Select(m => new SeenAvailable(site, hour, m.Id)));
        }
        return there;
    }

    private sealed record SeenAvailable(Guid Site, long Hour, Guid Member);
}
