using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Privacy;

/// <summary>Takes away what is kept no longer, a little at a time, each little in a transaction of its own: no chat waits for it.</summary>
public sealed class PurgeOld(Db db, SiteStore sites, PurgePlan plan, OutOfSight sight, AuditLog audit, Scrub scrub, TimeProvider clock)
{
    public const int AtOnce = 50;

    /// <summary>Of rows that hang on nothing.</summary>
    public const int FlatAtOnce = 500, AuditAtOnce = 2_000;

    // The worker's hours are never quite one.
    private const long HalfAnHourMs = 1_800_000;

    private long _smallThingsAt = long.MinValue / 2;

    /// <summary>A little of everything; true when there may be more.</summary>
    public async Task<bool> Run()
    {
        // Two dozen transactions, mostly about nothing: not with every breath of what is much.
        var now = clock.NowMs();
        var all = await sites.All();
        var more = now - _smallThingsAt >= HalfAnHourMs && await ForgetSmallThings(all);
        if (!more && now - _smallThingsAt >= HalfAnHourMs) _smallThingsAt = now;
        foreach (var site in all)
            foreach (var (name, find) in PurgePlan.Classes)
                more |= await Take(site, name, find);
        if (!more) await scrub.Run();
        return more;
    }

    private async Task<bool> Take(Site site, string name, string find)
    {
        var most = name switch { "audit" => AuditAtOnce, "numbers" => FlatAtOnce, _ => AtOnce };
        var ids = await db.Query<Guid>($"{find} limit {most}", plan.Until(site));
        if (ids.Count == 0) return false;
        switch (name)
        {
            case "visitors":
                await Visitors(site, find, ids);
                break;
            case "numbers":
                // Days whose questions go are packed without them.
                await Each(ids, "update tally_days set version = version + 1, packed = null where (site, day) in (select site, asked_at / 86400000 from question_tallies where thread = @id)", "delete from member_tallies where thread = @id", "delete from question_tallies where thread = @id");
                await Each([site.Id], "delete from tally_days where site = @id and day < coalesce((select min(asked_at) from question_tallies where site = @id), 9007199254740991) / 86400000");
                break;
            case "audit":
                await audit.Purge(site.Id, Days(site.Retention.Audit), most);
                break;
            default:
                foreach (var thread in ids) await Thread(site, find, thread);
                break;
        }
        return ids.Count == most;
    }

    // Locked first, as everywhere; what was reopened, published or agreed to meanwhile stays.
    private Task Thread(Site site, string find, Guid thread) => db.Write<Done>(async tx =>
    {
        await tx.Execute($"select 1 from threads where id = @thread{tx.Dialect.ForUpdate}", new { thread });
        if (await tx.Find<Guid?>($"{find} and t.id = @one", plan.Until(site, thread)) is null) return Done.It;
        var hidden = await sight.Hidden(tx, thread);
        await tx.Execute(tx.Dialect.Search.Forget, new { thread });
        foreach (var sql in ErasureSql.WholeThread) await tx.Execute(sql, new { thread });
        // What was reported of a double went with it, and nobody has anything left to decide.
        await sight.Show(tx, site, hidden.Where(page => page.Thread != thread));
        return Done.It;
    });

    // Locked first, as whoever asks or is named does: what opens the door to somebody goes with them, or stays with whoever asked, was blocked or came back meanwhile.
    private Task Visitors(Site site, string find, IEnumerable<Guid> ids) => db.Write<Done>(async tx =>
    {
        foreach (var visitor in ids.Order())
        {
            await tx.Execute($"select 1 from visitors where id = @visitor{tx.Dialect.ForUpdate}", new { visitor });
            if (await tx.Find<Guid?>($"{find} and v.id = @one", plan.Until(site, visitor)) is null) continue;
            foreach (var sql in ErasureSql.WholeVisitor) await tx.Execute(sql, new { visitor });
        }
        return Done.It;
    });

    // However many are taken at once: whoever writes meanwhile waits for a few of them only.
    private async Task Each(IReadOnlyList<Guid> ids, params string[] statements)
    {
        foreach (var few in ids.Chunk(AtOnce))
        {
            await db.Write<Done>(async tx =>
            {
                foreach (var id in few)
                    foreach (var sql in statements) await tx.Execute(sql, new { id });
                return Done.It;
            });
        }
    }

    /// <summary>When somebody was there to be asked: numbers like those of the questions, and kept as long.</summary>
    public const string AvailableHours = "delete from available_minutes where site = @Id and hour <= @before";

    // But for those, what no site decides about: handed over, used up, withdrawn, long past.
    private async Task<bool> ForgetSmallThings(IReadOnlyList<Site> all)
    {
        foreach (var site in all)
        {
            await db.Write<Done>(async tx =>
            {
                await tx.Execute(AvailableHours, new { site.Id, before = Days(site.Retention.Numbers) });
                return Done.It;
            });
        }
        var taken = 0;
        foreach (var (sql, days) in SmallThings)
        {
            await db.Write<Done>(async tx =>
            {
                taken = Math.Max(taken, await tx.Execute(sql, new { before = Days(days), most = Small }));
                return Done.It;
            });
        }
        return taken == Small;
    }

    private const int Small = 500;

    public static readonly IReadOnlyList<(string Sql, int Days)> SmallThings =
    [
        ("delete from outbox where id in (select id from outbox where state = 'done' and created_at <= @before limit @most)", 1),
        ("delete from outbox where id in (select id from outbox where state = 'dead' and created_at <= @before limit @most)", 90),
        ("delete from invitations where id in (select id from invitations where expires_at <= @before limit @most)", 30),
        ("delete from password_links where id in (select id from password_links where expires_at <= @before limit @most)", 30),
        ("delete from used_tickets where id in (select id from used_tickets where expires_at <= @before limit @most)", 1),
        // A day longer than a cookie of theirs.
        ("delete from ended_sessions where id in (select id from ended_sessions where ended_at <= @before limit @most)", 15),
        ("delete from heard where member in (select member from heard where at <= @before limit @most)", 1),
        ("delete from canned_replies where id in (select id from canned_replies where removed_at <= @before limit @most)", 30),
        ("delete from api_keys where id in (select id from api_keys where revoked_at <= @before limit @most)", 365),
        ("delete from identity_keys where id in (select id from identity_keys where revoked_at <= @before limit @most)", 365),
        ("delete from strikes where id in (select id from strikes where at <= @before limit @most)", 365),
        ("delete from sanctions where id in (select id from sanctions where coalesce(lifted_at, ends_at, issued_at) <= @before and (kind <> 'exclusion' or lifted_at is not null) limit @most)", 1_825),
        ("delete from sign_in_tries where who in (select who from sign_in_tries where last_at <= @before limit @most)", 2),
        ("delete from reader_votes where (page, mark, kind) in (select page, mark, kind from reader_votes where at <= @before limit @most)", 2),
        ("delete from proposed_answers where id in (select id from proposed_answers where decided_at <= @before and (state <> 'published' or key_hash is null) limit @most)", 30),
        // Whoever answered a page that is there keeps the key to it; the words stand on the page. Without the time it was decided at nobody looks at it again.
        ("update proposed_answers set body = '', mark = '', risks = '', decided_at = null where id in (select id from proposed_answers where decided_at <= @before and state = 'published' and key_hash is not null limit @most)", 30),
        // What was erased counts for the day it was sent.
        ("delete from proposed_answers where id in (select id from proposed_answers where decided_at <= @before and state = 'erased' limit @most)", 1),
        ("delete from reports where id in (select id from reports where decided_at <= @before and state = 'erased' limit @most)", 1),
        // On a page that is gone nobody decides about it any more.
        ("delete from proposed_answers where id in (select n.id from proposed_answers n join pages p on p.id = n.page where n.state = 'review' and p.state in ('withdrawn', 'rejected') and p.updated_at <= @before limit @most)", 30),
        ("delete from reports where id in (select id from reports where decided_at <= @before limit @most)", 365),
        ("delete from deflections where (page, reader) in (select page, reader from deflections where at <= @before limit @most)", 1_825),
        // Few, and whoever made them may have been the last for long: nobody is known again by a day that is over.
        ("delete from daily_keys where (day + 1) * 86400000 <= @before", 1),
        ("update visitors set place = null, place_day = null where id in (select id from visitors where place_day < @before / 86400000 limit @most)", 1),
        // Erased by a node of the version before, which knew nothing of these.
        ("delete from visitor_names where (visitor, name) in (select n.visitor, n.name from visitor_names n join visitors v on v.id = n.visitor where v.name is null and v.left_at <= @before limit @most)", 0),
        ("delete from blocked_places where until <= @before", 0),
    ];

    private long Days(int days) => clock.NowMs() - (days * 24L * 3_600 * 1_000);
}
