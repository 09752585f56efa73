using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>
/// Conversations that were had elsewhere, stored whole and closed: as many statements for hundreds as for one. Nobody waits for them, so nobody is told,
/// nothing is counted, and no webhook hears of them.
/// </summary>
public sealed class ArchivedThreads
{
    /// <summary>Their class of retention, by which they are known.</summary>
    public const string Retention = "imported";

    /// <summary>Who answered in them: nobody of ours.</summary>
    public const string Author = "imported";

    public async Task Add(Tx tx, IReadOnlyList<ThreadRecord> threads, IReadOnlyList<EventRow> events)
    {
        var (heads, said) = (Heads(threads), Said(events));
        await tx.Run(
            new(
                $"""
                insert into threads (retention, outcome, wave, fence, {heads.Listed}, rung_entered_at, visitor_seen, responder_seen)
                select '{Retention}', '{Outcomes.Ended}', 0, 0, {heads.Listed}, asked_at, last_seq, last_seq from {tx.Dialect.Table(heads)}
                """,
                heads),
            new($"insert into events ({said.Listed}) select {said.Listed} from {tx.Dialect.Table(said)}", said),
            // Nothing happens in them any more by which the search would come upon them.
            new($"insert into search_unread (thread, at) select id, last_event_at from {tx.Dialect.Table(heads)}", heads));
    }

    private static Rows Heads(IReadOnlyList<ThreadRecord> threads) => new(
        "heads",
        ("id", threads.Select(t => t.Id).ToArray()),
        ("public_id", threads.Select(t => t.PublicId).ToArray()),
        ("site", threads.Select(t => t.Site).ToArray()),
        ("visitor", threads.Select(t => t.Visitor).ToArray()),
        ("state", threads.Select(t => t.State).ToArray()),
        ("rung", threads.Select(t => t.Rung).ToArray()),
        ("last_seq", threads.Select(t => t.LastSeq).ToArray()),
        ("language", threads.Select(t => t.Language).ToArray()),
        ("topic", threads.Select(t => t.Topic).ToArray()),
        ("product", threads.Select(t => t.Product is null ? null : JsonSerializer.Serialize(t.Product, JsonSerializerOptions.Web)).ToArray()),
        ("publication", threads.Select(t => t.Publication).ToArray()),
        ("consent_version", threads.Select(t => t.ConsentVersion).ToArray()),
        ("consent_at", threads.Select(t => t.ConsentAt).ToArray()),
        ("asked_at", threads.Select(t => t.AskedAt).ToArray()),
        ("last_event_at", threads.Select(t => t.LastEventAt).ToArray()),
        ("closed_at", threads.Select(t => t.ClosedAt).ToArray()));

    private static Rows Said(IReadOnlyList<EventRow> events) => new(
        "said",
        ("thread", events.Select(e => e.Thread).ToArray()),
        ("seq", events.Select(e => e.Seq).ToArray()),
        ("kind", events.Select(e => e.Kind).ToArray()),
        ("audience", events.Select(e => e.Audience).ToArray()),
        ("author_kind", events.Select(e => e.AuthorKind).ToArray()),
        ("author", events.Select(e => e.Author).ToArray()),
        ("body", events.Select(e => e.Body).ToArray()),
        ("status", events.Select(e => e.Status is null ? null : JsonSerializer.Serialize(e.Status, JsonSerializerOptions.Web)).ToArray()),
        ("at", events.Select(e => e.At).ToArray()));
}
