using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>A thread as one reader may see it.</summary>
public sealed class ThreadReader(ThreadStore threads, ParticipantStore participants, MemberStore members, VisitorStore visitors, SiteStore sites, HelperSearch search, TimeProvider clock)
{
    /// <summary>The present state and the events after <paramref name="after"/>. A client that is ahead (a restored database) gets everything.</summary>
    public async Task<ThreadSnapshot> Snapshot(ThreadRecord thread, long after, Guid reader)
    {
        var rows = await threads.Events(thread.Id, after > thread.LastSeq ? 0 : after);
        return (await Read([thread], rows, reader))[0];
    }

    /// <summary>The same for the shop's own programs: what volunteers do not see of a visitor's words they do, what only members see they do not.</summary>
    public async Task<ThreadSnapshot> SnapshotForPrograms(ThreadRecord thread, long after)
    {
        var rows = await threads.Events(thread.Id, after > thread.LastSeq ? 0 : after);
        var hidden = rows.Where(row => row.Audience != Audiences.All || row.Kind == EventKinds.Hold).Select(row => row.Seq).ToHashSet();
        var snapshot = (await Read([thread], [.. rows.Select(row => row with { MaskedBody = null })], Guid.Empty))[0];
        return snapshot with { Page = thread.Page, Product = thread.Product, Events = [.. snapshot.Events.Select(e => hidden.Contains(e.Seq) ? PlaceOf(e) : e)] };
    }

    /// <summary>Threads of one site with all their events, in as many statements as for one.</summary>
    public async Task<IReadOnlyList<ThreadSnapshot>> Snapshots(IReadOnlyList<ThreadRecord> all, Guid reader) =>
        await Read(all, await threads.Events([.. all.Select(t => t.Id)]), reader);

    /// <summary>The same without events.</summary>
    public Task<IReadOnlyList<ThreadSnapshot>> Heads(IReadOnlyList<ThreadRecord> all, Guid reader) => Read(all, [], reader);

    private async Task<IReadOnlyList<ThreadSnapshot>> Read(IReadOnlyList<ThreadRecord> all, IReadOnlyList<EventRow> rows, Guid reader)
    {
        if (all.Count == 0) return [];
        var site = await sites.Get(all[0].Site);
        var helpers = (await participants.Helpers([.. all.Select(t => t.Id)])).ToLookup(h => h.Thread, h => h.Member);
        var people = await People(all, rows, helpers.SelectMany(members => members));
        var events = rows.ToLookup(row => row.Thread);
        var same = all.All(thread => thread.MaskedContext is null) && rows.All(row => Sight.IsSameForAll(row.Kind, row.Audience, row.MaskedBody, row.Verdict));
        var known = same ? null : (await members.Find([reader])).SingleOrDefault();
        var onlooker = known is null ? new Onlooker(reader) : Onlooker.Of(known);
        return [.. all.Select(thread => Snapshot(thread, site, [.. events[thread.Id]], [.. helpers[thread.Id]], people, onlooker with { IsVisitor = reader == thread.Visitor }))];
    }

    private ThreadSnapshot Snapshot(ThreadRecord thread, Site site, IReadOnlyList<EventRow> rows, IReadOnlyList<Guid> helpers, Names people, Onlooker reader) =>
        new(
            thread.PublicId,
            thread.State,
            site.Ladder.KindOf((int)thread.Rung),
            thread.Fence,
            thread.LastSeq,
            thread.Language,
            thread.Topic,
            thread.AskedAt,
            people.Visitor(thread.Visitor),
            people.Member(thread.Responder),
            [.. helpers.Select(id => people.Member(id)).OfType<Person>()],
            thread.Context(reader.IsStaff || reader.IsVisitor).Page,
            thread.Context(reader.IsStaff || reader.IsVisitor).Product,
            (int?)thread.Stars,
            thread.VisitorSeen,
            thread.ResponderSeen,
            thread.Outcome,
            thread.Email is not null,
            thread.EmailConfirmedAt is not null,
            OpensAt(thread, site),
            search.IsPausedFor(thread),
            [.. rows.Where(row => row.Seq <= thread.LastSeq).Select(row => For(reader, thread, row, people))]);

    // Said only where the team would have been asked.
    private long? OpensAt(ThreadRecord thread, Site site)
    {
        var now = clock.GetUtcNow();
        var waits = thread.State == ThreadStates.Waiting || (thread.State == ThreadStates.Parked && !thread.IsAnswered);
        if (!waits || !site.Hours.IsReadable || !site.Ladder.Rungs.Any(rung => rung.Kind == RungKinds.Agents) || site.Hours.OpenAt(now)) return null;
        return site.Hours.NextChange(now)?.ToUnixTimeMilliseconds();
    }

    /// <summary>One event with its author's name, the client key left out.</summary>
    public async Task<ThreadEvent> Event(ThreadRecord thread, EventRow row) => (await Events(thread, [row]))[0];

    /// <summary>The same of several, in as many statements.</summary>
    public async Task<IReadOnlyList<ThreadEvent>> Events(ThreadRecord thread, IReadOnlyList<EventRow> rows)
    {
        var people = await People([thread], rows, []);
        return [.. rows.Select(row => Shape(thread, row, people))];
    }

    /// <summary>The same for a message whose author's name is known already.</summary>
    public static ThreadEvent Message(NumberedMessage message) => new(
        message.Thread.PublicId,
        message.Row.Seq,
        message.Row.Kind,
        message.Row.Audience,
        message.Thread.Author(new(message.Row.AuthorKind, message.Row.Author)),
        message.Row.Body,
        Status: null,
        Key: null,
        message.Row.At);

    /// <summary>What whoever may not see an event gets instead: its place.</summary>
    public static ThreadEvent PlaceOf(ThreadEvent happened) =>
        new(happened.ThreadId, happened.Seq, EventKinds.Placeholder, happened.Audience, null, null, null, null, happened.At);

    private static ThreadEvent For(Onlooker reader, ThreadRecord thread, EventRow row, Names people)
    {
        var seen = Sight.Of(Shape(thread, row, people), row.MaskedBody, row.Author, reader);
        return row.Author == reader.Id ? seen with { Key = row.ClientKey } : seen;
    }

    private static ThreadEvent Shape(ThreadRecord thread, EventRow row, Names people) => new(
        thread.PublicId,
        row.Seq,
        row.Kind,
        row.Audience,
        row.AuthorKind switch { "visitor" => people.Visitor(thread.Visitor), "member" => people.Member(row.Author), _ => null },
        row.Body,
        row.Status is { } s ? new(s.State, s.Rung, s.Fence, s.Reason, people.Member(s.Responder), s.Stars, people.Member(s.Assignee)) : null,
        null,
        row.At,
        people.Member(row.SuggestedBy),
        row.Verdict,
        row.OfHold);

    private async Task<Names> People(IReadOnlyList<ThreadRecord> all, IReadOnlyList<EventRow> rows, IEnumerable<Guid> helpers)
    {
        var ids = rows.Where(r => r.AuthorKind == "member").Select(r => r.Author)
            .Concat(rows.SelectMany(r => new[] { r.Status?.Responder, r.Status?.Assignee, r.SuggestedBy })).Concat(all.Select(t => t.Responder)).OfType<Guid>().Union(helpers).ToList();
        var known = ids.Count == 0 ? [] : await members.Find(ids);
        var askers = await visitors.Find([.. all.Select(t => t.Visitor).Distinct()]);
        return new(askers.ToDictionary(v => v.Id, v => v.AsPerson()), known.ToDictionary(m => m.Id, m => m.AsPerson()));
    }

    private sealed record Names(IReadOnlyDictionary<Guid, Person> Visitors, IReadOnlyDictionary<Guid, Person> Members)
    {
        public Person Visitor(Guid id) => Visitors.GetValueOrDefault(id) ?? new Person(null, null, "visitor");

        public Person? Member(Guid? id) => id is { } known ? Members.GetValueOrDefault(known) : null;
    }
}
