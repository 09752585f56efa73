using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CommunityWidget.Checker;

/// <summary>What the database kept, read from a copy.</summary>
public sealed class Kept
{
    private readonly HashSet<string> _staff;

    private Kept(DbConnection db, string integrity)
    {
        Integrity = integrity;
        At = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Threads = db.Rows("select t.public_id, t.state, t.rung, t.rung_entered_at, t.fence, t.last_seq, t.responder, s.ladder from threads t join sites s on s.id = t.site", r =>
            new KeptThread(r.Text(0)!, r.Text(1)!, r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.Id(6), r.Text(7)!));
        Events = db.Rows("select t.public_id, e.seq, e.kind, e.audience, e.author_kind, e.author, e.client_key, e.body, e.status from events e join threads t on t.id = e.thread order by e.thread, e.seq", r =>
            new KeptEvent(r.Text(0)!, r.GetInt64(1), r.Text(2)!, r.Text(3)!, r.Text(4)!, r.Id(5), r.Text(6), r.Text(7), KeptStatus.Read(r.Text(8)))).ToLookup(e => e.Thread);
        Offers = db.Rows("select t.public_id, o.member, o.state, o.fence, o.deadline, o.ended_at from offers o join threads t on t.id = o.thread", r =>
            new KeptOffer(r.Text(0)!, r.Id(1)!, r.Text(2)!, r.GetInt64(3), r.GetInt64(4), r.IsDBNull(5) ? null : r.GetInt64(5)));
        Members = db.Rows("select id, name, roles, seats, busy, offered from members", r =>
            new KeptMember(r.Id(0)!, r.Text(1)!, r.Text(2)!, r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)));
        _staff = [.. Members.Where(member => member.IsStaff).Select(member => member.Id)];
    }

    public string Integrity { get; }

    /// <summary>When the copy was made.</summary>
    public long At { get; }

    public IReadOnlyList<KeptThread> Threads { get; }
    public ILookup<string, KeptEvent> Events { get; }
    public IReadOnlyList<KeptOffer> Offers { get; }
    public IReadOnlyList<KeptMember> Members { get; }

    /// <summary>What a client is, by what the database keeps of it.</summary>
    public Reader Reads(Client client) => client.Id is not { } id ? Reader.Visitor : _staff.Contains(id) ? Reader.Staff : Reader.Volunteer;

    /// <summary>One consistent moment of the database, whether its program is running, stopped or was killed.</summary>
    public static Kept Copy(string database)
    {
        using var source = Source.Open(database);
        if (source is not SqliteConnection file)
        {
            using var moment = source.BeginTransaction(IsolationLevel.RepeatableRead);
            // What PostgreSQL keeps it checks itself; there is no file of one's own to look at.
            return new(source, "ok");
        }
        using var copy = new SqliteConnection("Data Source=:memory:;Pooling=False");
        copy.Open();
        file.BackupDatabase(copy);
        return new(copy, string.Join("; ", copy.Rows("pragma integrity_check", r => r.GetString(0))));
    }
}
