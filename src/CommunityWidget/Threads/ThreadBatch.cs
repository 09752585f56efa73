using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using Dapper;

namespace CommunityWidget.Threads;

/// <summary>
/// The record for messages of many threads at once: as many statements as for one. Threads are locked in order of id, then nothing is
/// done but reading and inserting, so that two batches, or a batch and a step, never wait for each other in a circle.
/// </summary>
public sealed class ThreadBatch(Subscriptions subscriptions)
{
    /// <param name="tx">Where.</param>
    /// <param name="publicIds">The threads.</param>
    /// <param name="keys">Client keys that may have been used, each with its site and its author.</param>
    /// <param name="onlyFree">Whether what somebody else has locked is left out instead of waited for.</param>
    public async Task<LockedThreads> Lock(Tx tx, string[] publicIds, IReadOnlyList<(Guid Site, Guid Actor, string Key)> keys, bool onlyFree = false)
    {
        var these = tx.Dialect.AnyOf("t.public_id", "@ids");
        var threads = await tx.Queries(
            $"""
            select t.id, t.public_id, t.site, t.visitor, t.state, t.outcome, t.wanted_member, t.fence, t.last_seq, t.asked_at, t.snoozed_until, t.mail_seq,
                exists (select 1 from webhooks w where w.site = t.site and {Subscriptions.Wants(SubscribedKinds.Message)}) as is_heard,
                (select v.name from visitors v where v.id = t.visitor) as visitor_name
            from threads t where {these} order by t.id{(onlyFree ? tx.Dialect.ForUpdateOfFree : tx.Dialect.ForUpdate)};
            select p.thread, m.id, m.name, m.roles, m.customer_since
            from threads t join participants p on p.thread = t.id join members m on m.id = p.member
            where {these} and p.left_at is null
            """,
            new { ids = tx.Dialect.Texts(publicIds) },
            Read);
        var asked = new Rows(
            "asked",
            ("place", Enumerable.Range(0, keys.Count).Select(place => (long)place).ToArray()),
            ("site", keys.Select(k => k.Site).ToArray()),
            ("actor", keys.Select(k => k.Actor).ToArray()),
            ("key", keys.Select(k => k.Key).ToArray()));
        var known = await tx.Values<long>(new(
            $"select asked.place from {tx.Dialect.Table(asked)} join idempotency i on i.site = asked.site and i.actor = asked.actor and i.key = asked.key", asked));
        return new(threads, known.Select(place => keys[(int)place]).Select(k => (k.Actor, k.Key)).ToHashSet());
    }

    /// <summary>Stores the messages, their threads' new heads and their keys. They are numbered without a gap, in the order given.</summary>
    public async Task Append(Tx tx, IReadOnlyList<NumberedMessage> messages)
    {
        var (said, heads, keys) = (Said([.. messages.Select(m => m.Row)]), Heads(messages), Keys(messages));
        var changed = await tx.Run(
            new($"insert into events (kind, audience, {said.Listed}) select '{EventKinds.Message}', '{Audiences.All}', {said.Listed} from {tx.Dialect.Table(said)}", said),
            new($"update threads set last_seq = heads.seq, last_event_at = heads.at from {tx.Dialect.Table(heads)} where threads.id = heads.thread and threads.last_seq = heads.before", heads),
            new($"insert into idempotency ({keys.Listed}) select {keys.Listed} from {tx.Dialect.Table(keys)}", keys));
        if (changed != said.Count + heads.Count + keys.Count) throw new InvalidOperationException("A thread changed under its lock.");
        await subscriptions.Add(tx, messages);
    }

    private static Rows Said(IReadOnlyList<EventRow> rows) => new(
        "said",
        ("thread", rows.Select(r => r.Thread).ToArray()),
        ("seq", rows.Select(r => r.Seq).ToArray()),
        ("author_kind", rows.Select(r => r.AuthorKind).ToArray()),
        ("author", rows.Select(r => r.Author!.Value).ToArray()),
        ("client_key", rows.Select(r => r.ClientKey!).ToArray()),
        ("body", rows.Select(r => r.Body!).ToArray()),
        ("at", rows.Select(r => r.At).ToArray()));

    private static Rows Heads(IReadOnlyList<NumberedMessage> messages)
    {
        var last = messages.GroupBy(m => m.Row.Thread).Select(thread => thread.Last()).ToList();
        return new(
            "heads",
            ("thread", last.Select(m => m.Row.Thread).ToArray()),
            ("seq", last.Select(m => m.Row.Seq).ToArray()),
            ("before", last.Select(m => m.Thread.LastSeq).ToArray()),
            ("at", last.Select(m => m.Row.At).ToArray()));
    }

    private static Rows Keys(IReadOnlyList<NumberedMessage> messages) => new(
        "keys",
        ("site", messages.Select(m => m.Thread.Site).ToArray()),
        ("actor", messages.Select(m => m.Row.Author!.Value).ToArray()),
        ("key", messages.Select(m => m.Row.ClientKey!).ToArray()),
        ("body_hash", messages.Select(m => Idempotency.Hash(m.Row.Body!)).ToArray()),
        ("thread", messages.Select(m => m.Row.Thread).ToArray()),
        ("seq", messages.Select(m => m.Row.Seq).ToArray()),
        ("at", messages.Select(m => m.Row.At).ToArray()));

    private static async Task<IReadOnlyDictionary<string, LockedThread>> Read(SqlMapper.GridReader results)
    {
        var threads = await results.ReadAsync<LockedThread>();
        var members = (await results.ReadAsync<PresentMember>()).ToLookup(p => p.Thread);
        return threads.ToDictionary(t => t.PublicId, t => t with { Members = [.. members[t.Id].DistinctBy(m => m.Id).Select(m => m.AsMember())] });
    }

    private sealed record PresentMember
    {
        public Guid Thread { get; init; }
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Roles { get; init; } = "";
        public long? CustomerSince { get; init; }

        public Member AsMember() => new() { Id = Id, Name = Name, Roles = Roles, CustomerSince = CustomerSince };
    }
}
