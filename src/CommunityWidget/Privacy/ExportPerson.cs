using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Privacy;

/// <summary>Everything that is kept about one person, as one archive that people and programs can read.</summary>
public sealed class ExportPerson(Db db, ThreadStore threads, ThreadReader reader, MemberStore members, AuditLog audit, TimeProvider clock)
{
    /// <summary>Of a visitor, by whoever answers their request: with the notes the shop's people wrote about the conversation.</summary>
    public async Task<Reply<byte[]>> Visitor(MemberCaller by, Guid visitor)
    {
        if (await Visitor(by.Site, visitor, notesToo: true) is not { } told) return Refusals.NotFound;
        if (await audit.Read(by, "visitor.exported", visitor.ToString()) is { } unrecorded) return unrecorded;
        return Archive.Of(told);
    }

    /// <summary>Of themselves.</summary>
    public async Task<Reply<byte[]>> Visitor(VisitorCaller by)
    {
        // A mail's link opens one conversation; it may be anybody's who reads that mail.
        if (by.Visitor.OnlyThread is not null) return Refusals.NotAllowed;
        if (await Visitor(by.Site, by.Id, notesToo: false) is not { } told) return Refusals.NotFound;
        if (await audit.Told(by.Site.Id, by.Id) is { } unrecorded) return unrecorded;
        return Archive.Of(told);
    }

    /// <summary>Of a member: their account, what they wrote and did.</summary>
    public async Task<Reply<byte[]>> Member(MemberCaller by, Guid id)
    {
        if (await members.Find(id) is not { } member || member.Site != by.Site.Id) return Refusals.NotFound;
        if (await audit.Read(by, "member.exported", id.ToString()) is { } unrecorded) return unrecorded;
        var said = await db.Query<SaidIn>(
            $"""
            select t.public_id as thread, e.seq, e.kind, e.body as text, e.at from ({ErasureSql.WroteIn}) w join events e on e.thread = w.thread join threads t on t.id = w.thread
            where e.author = @member and e.body is not null order by e.at, e.seq
            """,
            new { site = by.Site.Id, member = id });
        var did = await db.Query<ExportedAct>("select at, action, subject, outcome from audit where site = @site and actor = @id order by at, id", new { site = by.Site.Id, id });
        var topics = await db.Query<string>("select topic from member_topics where member = @id order by topic", new { id });
        return Archive.Of(new ExportedPerson("member", by.Site.Name, clock.NowMs(), member.Name, member.Email, member.CreatedAt)
        {
            Account = new(member.Roles, member.Languages, topics, (int)member.Seats, member.CustomerSince, member.SuspendedUntil),
            Threads = [.. said.GroupBy(s => s.Thread).Select(g => new ExportedThread(g.Key) { Events = [.. g.Select(s => new ExportedEvent(s.Seq, s.At, "you", s.Kind, s.Text))] })],
            Facts = await Facts(FactsSql.OfMember, id),
            Acts = did,
        });
    }

    private async Task<ExportedPerson?> Visitor(Site site, Guid id, bool notesToo)
    {
        if (await db.Find<VisitorRow>("select name, created_at from visitors where id = @id and site = @site", new { id, site = site.Id }) is not { } row) return null;
        var all = await db.Query<ThreadRecord>("select * from threads where visitor = @id order by asked_at, id", new { id });
        var names = new Dictionary<Guid, string>();
        var exported = new List<ExportedThread>();
        foreach (var thread in all)
        {
            var rows = await threads.Events(thread.Id, 0);
            if (!notesToo) rows = await AsSeen(thread, rows);
            foreach (var member in await members.Find([.. rows.Where(e => e.AuthorKind == "member").Select(e => e.Author!.Value).Except(names.Keys)])) names[member.Id] = member.AsPerson().Name ?? "";
            exported.Add(ExportedThread.Of(thread, rows, names));
        }
        return new ExportedPerson("visitor", site.Name, clock.NowMs(), row.Name, all.Select(t => t.Email).OfType<string>().FirstOrDefault(), row.CreatedAt) { Threads = exported, Facts = await Facts(notesToo ? [.. FactsSql.OfVisitor, .. FactsSql.FiledUnderVisitor] : FactsSql.OfVisitor, id) };
    }

    // Their own copy says what their chat does: what was held from them, set aside or masked is not theirs to have by another door.
    private async Task<IReadOnlyList<EventRow>> AsSeen(ThreadRecord thread, IReadOnlyList<EventRow> rows)
    {
        var seen = (await reader.Snapshot(thread, 0, thread.Visitor)).Events.Where(e => e.Kind != EventKinds.Placeholder).ToDictionary(e => e.Seq, e => e.Text);
        return [.. rows.Where(row => seen.ContainsKey(row.Seq)).Select(row => row with { Body = seen[row.Seq] })];
    }

    private async Task<IReadOnlyList<ExportedFact>> Facts(IReadOnlyList<string> statements, Guid id)
    {
        var facts = new List<ExportedFact>();
        foreach (var sql in statements) facts.AddRange(await db.Query<ExportedFact>(sql, new { id, who = id.ToString(), line = "\n" }));
        return [.. facts.OrderBy(fact => fact.At)];
    }

    private sealed record VisitorRow
    {
        public string? Name { get; init; }
        public long CreatedAt { get; init; }
    }

    private sealed record SaidIn
    {
        public string Thread { get; init; } = "";
        public long Seq { get; init; }
        public string Kind { get; init; } = "";
        public string Text { get; init; } = "";
        public long At { get; init; }
    }
}
