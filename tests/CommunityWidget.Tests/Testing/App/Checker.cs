using CommunityWidget.Database;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>What must hold in the database whatever happened: one statement per promise, each gives the rows that break it.</summary>
public static class Checker
{
    private static readonly (string Promise, string Sql)[] Promises =
    [
        ("seq runs 1..n without a gap", """
            select t.public_id from threads t
            where t.last_seq <> (select count(*) from events e where e.thread = t.id) or t.last_seq <> (select max(seq) from events e where e.thread = t.id)
            """),
        ("one event per client key", """
            select client_key from events where client_key is not null group by author, client_key having count(*) > 1
            """),
        ("one waiting or live thread per visitor", """
            select visitor from threads where state in ('waiting', 'live') group by visitor having count(*) > 1
            """),
        ("a member's busy seats are the live threads they hold", """
            select m.name from members m where m.busy <> (select count(*) from threads t where t.responder = m.id and t.state = 'live')
            """),
        ("nobody holds more than their seats", "select name from members where busy > seats or busy + offered > seats"),
        ("a member's open offers are counted", """
            select m.name from members m where m.offered <> (select count(*) from offers o where o.member = m.id and o.state = 'open')
            """),
        ("offers are open only while the question waits", """
            select o.id from offers o join threads t on t.id = o.thread where o.state = 'open' and (t.state <> 'waiting' or o.fence <> t.fence)
            """),
        ("one accepted offer per fence", """
            select thread from offers where state = 'accepted' group by thread, fence having count(*) > 1
            """),
        ("a live thread has one current participant, its responder", """
            select t.public_id from threads t
            where t.state = 'live' and 1 <> (select count(*) from participants p where p.thread = t.id and p.left_at is null and p.member = t.responder)
            """),
        ("a thread belongs to the site of its visitor and responder", """
            select t.public_id from threads t join visitors v on v.id = t.visitor left join members m on m.id = t.responder
            where v.site <> t.site or m.site <> t.site
            """),
        ("no news is dead", "select kind from outbox where state = 'dead'"),
    ];

    public static async Task<IReadOnlyList<string>> Violations(Db db)
    {
        var broken = new List<string>();
        foreach (var (promise, sql) in Promises)
        {
            foreach (var row in await db.Query<string>(sql)) broken.Add($"{promise}: {row}");
        }
        return broken;
    }
}
