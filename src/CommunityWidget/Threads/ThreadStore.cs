using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Threads;

/// <summary>Threads and their events as rows.</summary>
public sealed class ThreadStore(Db db)
{
    public Task<ThreadRecord?> Find(Guid id) => db.Find<ThreadRecord>("select * from threads where id = @id", new { id });

    /// <summary>By public id, on this site only.</summary>
    /// <summary>Whether something can be a public id at all, of a thread or a page: a database may not even take what else is typed.</summary>
    public static bool IsPublicId([NotNullWhen(true)] string? typed) => typed is { Length: 10 } && typed.All(char.IsAsciiLetterOrDigit);

    public Task<ThreadRecord?> Find(Guid site, string publicId) =>
        db.Find<ThreadRecord>("select * from threads where site = @site and public_id = @publicId", new { site, publicId });

    public Task<IReadOnlyList<ThreadRecord>> Find(IReadOnlyCollection<Guid> ids) => db.Query<ThreadRecord>(
        $"select * from threads where {db.Dialect.In("id", "@ids")}", new { ids });

    /// <summary>What a visitor asked first.</summary>
    public Task<ThreadRecord?> FirstOf(Guid visitor) => db.Find<ThreadRecord>("select * from threads where visitor = @visitor order by asked_at, id limit 1", new { visitor });

    /// <summary>A visitor's that are public or may become so by their consent, also on the page each was found to repeat: the public ones first, then the newest.</summary>
    public Task<IReadOnlyList<ThreadRecord>> MayBePublic(Guid visitor, int most) => db.Query<ThreadRecord>(
        """
        select * from threads where visitor = @visitor and consent_version is not null and erased_at is null and (publication in ('none', 'review', 'published')
            or (publication = 'rejected' and exists (select 1 from pages p where p.thread = threads.id and (p.merged_into is not null or exists (select 1 from answers a where a.merged_from = p.id)))))
        order by case when publication in ('published', 'rejected') then 0 else 1 end, asked_at desc, id limit @most
        """,
        new { visitor, most });

    /// <summary>Live threads a member holds, and open ones they help in.</summary>
    public Task<IReadOnlyList<ThreadRecord>> With(Guid member) => db.Query<ThreadRecord>(ThreadSql.With, new { member });

    /// <summary>Live threads of a site, the newest first.</summary>
    public Task<IReadOnlyList<ThreadRecord>> Live(Guid site, int most) => db.Query<ThreadRecord>(
        "select * from threads where site = @site and state = 'live' order by asked_at desc, id limit @most", new { site, most });

    /// <summary>What waits, of these visitors.</summary>
    public Task<IReadOnlyList<ThreadRecord>> WaitingOf(IReadOnlyCollection<Guid> visitors) => db.Query<ThreadRecord>(
        $"select * from threads where state = 'waiting' and {db.Dialect.In("visitor", "@visitors")} order by asked_at", new { visitors });

    /// <summary>Threads in which something happened, or was taken away, since a moment, of all sites.</summary>
    public Task<IReadOnlyList<ThreadRecord>> Stirred(long since) => db.Query<ThreadRecord>(
        "select * from threads where id in (select thread from events where at >= @since union select id from threads where rewritten_at >= @since)", new { since });

    /// <summary>When a waiting thread began to wait, as its node's clock said: the rungs it climbed since are no beginning, nor is a helper who left.</summary>
    public async Task<long> WaitsSince(Tx tx, ThreadRecord thread)
    {
        var steps = await tx.Query<EventRow>($"select * from events where thread = @Id and kind = '{EventKinds.Status}' order by seq desc", new { thread.Id });
        return steps.TakeWhile(step => step.Status is { State: ThreadStates.Waiting }).LastOrDefault()?.At ?? thread.AskedAt;
    }

    /// <summary>What was taken away, put back or erased in a thread since a moment.</summary>
    public Task<IReadOnlyList<EventRow>> Rewritten(Guid thread, long since) => db.Query<EventRow>(
        "select * from events where thread = @thread and rewritten_at >= @since order by seq", new { thread, since });

    /// <summary>How many questions of a site were ever asked about each topic.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByTopic(Guid site) => (await db.Query<TopicCount>(
        "select topic, count(*) as questions from threads where site = @site and topic is not null group by topic", new { site })).ToDictionary(t => t.Topic, t => t.Questions);

    /// <summary>What was asked in these threads.</summary>
    public Task<IReadOnlyList<EventRow>> Questions(IReadOnlyCollection<Guid> threads) => db.Query<EventRow>(
        $"select * from events where seq = 1 and {db.Dialect.In("thread", "@threads")}", new { threads });

    /// <summary>What waits on these rungs of a site, then what is parked and nobody answered; each oldest first.</summary>
    public Task<IReadOnlyList<ThreadRecord>> Waiting(Guid site, IReadOnlyCollection<long> rungs) => db.Query<ThreadRecord>(
        $"""
        select * from threads
        where site = @site and state <> 'closed' and outcome is null and (state = 'parked' or (state = 'waiting' and {db.Dialect.In("rung", "@rungs")}))
        order by case state when 'waiting' then 0 else 1 end, asked_at, id limit 500
        """,
        new { site, rungs });

    /// <summary>Threads of a site below a place, newest first. What is open is found by an index of its own.</summary>
    public Task<IReadOnlyList<ThreadRecord>> Page(Guid site, string? state, (long AskedAt, string Id) below, int most) => db.Query<ThreadRecord>(
        $"""
        select * from threads
        where site = @site and (asked_at, public_id) < (@at, @id) and coalesce(outcome, '') <> 'held'{(state is null ? "" : " and state = @state")}{(state is null or ThreadStates.Closed ? "" : " and state <> 'closed'")}
        order by asked_at desc, public_id desc limit @most
        """,
        new { site, state, at = below.AskedAt, id = below.Id, most });

    public Task<IReadOnlyList<EventRow>> Events(Guid thread, long after) =>
        db.Query<EventRow>(ThreadSql.EventsAfter, new { thread, after });

    /// <summary>Every event of a thread whose lock the transaction holds.</summary>
    public Task<IReadOnlyList<EventRow>> Events(Tx tx, Guid thread) => tx.Query<EventRow>(ThreadSql.EventsAfter, new { thread, after = 0L });

    /// <summary>Every event of these threads, each thread's in order.</summary>
    public Task<IReadOnlyList<EventRow>> Events(IReadOnlyCollection<Guid> of) =>
        db.Query<EventRow>($"select * from events where {db.Dialect.In("thread", "@of")} order by thread, seq", new { of });

    /// <summary>Reads the row for change; first lock of every transaction. One that was erased meanwhile looks to every writer as if it had never been.</summary>
    public async Task<ThreadRecord?> Lock(Tx tx, Guid id)
    {
        var thread = await LockErasedToo(tx, id);
        return thread?.ErasedAt is null ? thread : throw new RefusedException(Refusals.NotFound);
    }

    /// <summary>The same for whoever goes on with others where one was erased.</summary>
    public Task<ThreadRecord?> LockErasedToo(Tx tx, Guid id) => tx.Find<ThreadRecord>($"select * from threads where id = @id{tx.Dialect.ForUpdate}", new { id });

    /// <summary>The visitor's waiting or live thread, if any.</summary>
    public Task<ThreadRecord?> OpenOf(Tx tx, Guid visitor) => tx.Find<ThreadRecord>(
        "select * from threads where visitor = @visitor and state in ('waiting', 'live')", new { visitor });

    /// <summary>The visitor's open thread, else the one they asked last.</summary>
    public Task<ThreadRecord?> LatestOf(Tx tx, Guid visitor) => tx.Find<ThreadRecord>(
        "select * from threads where visitor = @visitor order by case when state in ('waiting', 'live') then 0 else 1 end, asked_at desc limit 1", new { visitor });

    /// <summary>Who is to be thanked for a thread: its responder, every member who wrote in it, and whose suggestions were sent.</summary>
    public async Task<IReadOnlyList<Guid>> Answerers(Tx tx, Guid thread, Guid? responder, long before = long.MaxValue) =>
        [.. (await tx.Query<Guid>(
            """
            select author from events where thread = @thread and kind = 'message' and author_kind = 'member' and seq < @before
            union
            select suggested_by from events where thread = @thread and suggested_by is not null and seq < @before
            """,
            new { thread, before })).Union(responder is { } last ? [last] : [])];

    /// <summary>Whether a member said anything to the visitor that they can read.</summary>
    public async Task<bool> WasAnswered(Tx tx, Guid thread) => await tx.Find<long>(
        "select count(*) from events where thread = @thread and kind = 'message' and audience = 'all' and author_kind = 'member'", new { thread }) > 0;

    /// <summary>The newest rating, which names the responder of its time; or nothing.</summary>
    public Task<EventRow?> LastRating(Tx tx, Guid thread) =>
        tx.Find<EventRow>("select * from events where thread = @thread and kind = 'rating' order by seq desc limit 1", new { thread });

    /// <summary>The status before a <c>seq</c>: where the thread stood until then.</summary>
    public Task<EventRow?> StatusBefore(Tx tx, Guid thread, long seq) => tx.Find<EventRow>(
        "select * from events where thread = @thread and seq < @seq and kind in ('status', 'rung') order by seq desc limit 1", new { thread, seq });

    /// <summary>When the thread last changed its state.</summary>
    public Task<long> LastStep(Tx tx, Guid thread) =>
        tx.Find<long>("select max(at) from events where thread = @thread and kind = 'status'", new { thread });

    public Task Insert(Tx tx, ThreadRecord thread) => tx.Execute(ThreadSql.Insert, thread);

    /// <summary>Writes the row if it is still the one that was read; anything else is a bug in lock order and stops the transaction.</summary>
    public async Task Update(Tx tx, ThreadRecord before, ThreadRecord after)
    {
        var changed = await tx.Execute(ThreadSql.Update, new
        {
            after.Id,
            after.State,
            after.Outcome,
            after.Rung,
            after.RungEnteredAt,
            after.Wave,
            after.Fence,
            after.LastSeq,
            after.Topic,
            after.Responder,
            after.WantedMember,
            after.AssignedUntil,
            after.SnoozedUntil,
            after.Publication,
            after.LastEventAt,
            after.ClosedAt,
            after.Stars,
            after.Email,
            after.EmailConfirmedAt,
            // Whatever happens to it, an answer may come again.
            MailWatched = after.EmailConfirmedAt is not null,
            after.ConsentVersion,
            after.ConsentAt,
            FenceBefore = before.Fence,
            LastSeqBefore = before.LastSeq,
            WaveBefore = before.Wave,
        });
        if (changed != 1) throw new InvalidOperationException($"Thread {before.PublicId} changed under its lock.");
    }

    public Task InsertEvent(Tx tx, EventRow row) => tx.Execute(ThreadSql.InsertEvent, row);

    public Task<EventRow?> Event(Guid thread, long seq) =>
        db.Find<EventRow>("select * from events where thread = @thread and seq = @seq", new { thread, seq });

    public Task<EventRow?> Event(Tx tx, Guid thread, long seq) =>
        tx.Find<EventRow>("select * from events where thread = @thread and seq = @seq", new { thread, seq });

    /// <summary>Remembers how far a side has read; never backwards, no event.</summary>
    public Task<int> MarkSeen(Tx tx, Guid thread, long seq, bool byVisitor) => tx.Execute(
        byVisitor
            ? "update threads set visitor_seen = @seq where id = @thread and visitor_seen < @seq and last_seq >= @seq"
            : "update threads set responder_seen = @seq where id = @thread and responder_seen < @seq and last_seq >= @seq",
        new { thread, seq });

    /// <summary>10 characters of 32, random: not guessable in order.</summary>
    public static string NewPublicId() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 10);
}

/// <summary>How much is asked about a topic.</summary>
public sealed record TopicCount
{
    public string Topic { get; init; } = "";
    public long Questions { get; init; }
}

/// <summary>One stored event.</summary>
public sealed record EventRow
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string Kind { get; init; } = "";
    public string Audience { get; init; } = Audiences.All;
    public string AuthorKind { get; init; } = "system";
    public Guid? Author { get; init; }
    public string? ClientKey { get; init; }
    public string? Body { get; init; }

    /// <summary>What those read who may not see all of it; null when everybody reads the same.</summary>
    public string? MaskedBody { get; init; }

    /// <summary>Of <see cref="Verdicts"/>; null when it passed as it was.</summary>
    public string? Verdict { get; init; }

    /// <summary>The <c>seq</c> of the hold this event is the outcome of.</summary>
    public long? OfHold { get; init; }

    public StoredStatus? Status { get; init; }

    /// <summary>Whose suggestion a message was made of.</summary>
    public Guid? SuggestedBy { get; init; }

    public long At { get; init; }

    /// <summary>What it says to others: nothing while it is held, and to volunteers without personal data.</summary>
    public string? Shown(bool toStaff) => Kind == EventKinds.Hold ? null : toStaff ? Body : MaskedBody ?? Body;
}

/// <summary>What a status event changed, names left out: they are looked up when it is read, so that a renamed or erased member leaves no trace here.</summary>
/// <param name="Assignee">To whom it is given while it is parked.</param>
/// <param name="FormerTopic">What it was about until then, empty for nothing; null where that stayed.</param>
public sealed record StoredStatus(
    string State,
    string Rung,
    long Fence,
    string Reason,
    Guid? Responder,
    int? Stars = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Assignee = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FormerTopic = null)
{
    /// <summary>Until when it was put aside before; null where that stayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FormerSnooze { get; init; }

    /// <summary>Until when it was whose it was before; null where that stayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FormerUntil { get; init; }
}
