using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Threads;

/// <summary>
/// The only writer of the record. A step moves the row, numbers its event, frees and takes seats, rescinds offers and
/// stores the news for earlier rooms, all in the caller's transaction; both sides are told after the commit.
/// </summary>
public sealed class ThreadWriter(ThreadStore threads, ParticipantStore participants, StepEffects effects, ThreadNews news, Outbox outbox, Subscriptions subscriptions, SiteStore sites, HoldStore holds, TimeProvider clock)
{
    /// <summary>News: the visitor of a parked question that was given to somebody wrote.</summary>
    public const string AssigneeWanted = "assignee.wanted";

    private const string Asked = "asked";

    /// <summary>Stores a new thread with its question as event 1 and the status event after it. One that is held is parked, and nobody hears of it.</summary>
    public async Task<ThreadRecord> Open(Tx tx, ThreadRecord asked, string text, string key, Judged judged)
    {
        var opened = judged.IsHeld ? ThreadMachine.Hold(asked, (await SiteOf(tx, asked)).Ladder.Parked) : asked;
        await threads.Insert(tx, opened);
        var withQuestion = await Append(tx, opened, new Entry(EventKinds.Message, Actor.Visitor(asked.Visitor), text, key, Judged: judged));
        return await Record(tx, withQuestion.Thread, new(withQuestion.Thread, judged.IsHeld ? Outcomes.Held : Asked), Actor.Visitor(asked.Visitor));
    }

    /// <summary>Carries out a decided step. Refused, and the transaction with it, when the new responder has no free seat.</summary>
    public async Task<Reply<ThreadRecord>> Step(Tx tx, ThreadRecord before, ThreadStep step, Actor actor)
    {
        // Whoever leaves by this step still hears of it.
        var parties = await participants.Current(tx, before.Id);
        if (!await effects.Run(tx, before, step)) return Refusals.NoFreeSeat;
        return await Record(tx, before, step, actor, parties);
    }

    /// <summary>Adds a message, note or rating: the next <c>seq</c>, no change of state.</summary>
    public async Task<Appended> Append(Tx tx, ThreadRecord before, Entry entry, Func<ThreadRecord, ThreadRecord>? change = null)
    {
        var row = new EventRow
        {
            Thread = before.Id,
            Seq = before.LastSeq + 1,
            Kind = entry.Judged is { IsHeld: true } ? EventKinds.Hold : entry.Kind,
            Audience = entry.Audience,
            AuthorKind = entry.Actor.Kind,
            Author = entry.Actor.Id,
            ClientKey = entry.Key,
            Body = entry.Text,
            MaskedBody = entry.Judged?.Masked,
            Verdict = entry.Judged?.Verdict,
            OfHold = entry.OfHold,
            Status = entry.Status,
            SuggestedBy = entry.SuggestedBy,
            At = clock.NowMs(),
        };
        var after = (change?.Invoke(before) ?? before) with { LastSeq = row.Seq, LastEventAt = row.At };
        var saved = await Save(tx, before, after, row);
        if (entry.Judged is { IsHeld: true } held) await holds.Add(tx, saved, row.Seq, held.Reasons ?? [], entry.Continues);
        // Their visitor is back: whom it was given to may be there too.
        if (row is { Kind: EventKinds.Message, AuthorKind: "visitor" } && saved.Assignee is not null) await outbox.Add(tx, AssigneeWanted, saved.Id, row.Seq);
        if (row is { Kind: EventKinds.Message, Audience: Audiences.All } && !saved.IsHeld) await subscriptions.Add(tx, saved, row.Seq, SubscribedKinds.Message);
        return new(saved, row);
    }

    /// <summary>Changes columns that are no event: a counted wave, an e-mail address left, the way to publication.</summary>
    public async Task<ThreadRecord> Change(Tx tx, ThreadRecord before, ThreadRecord after)
    {
        await threads.Update(tx, before, after);
        return after;
    }

    /// <summary>News for the inbox: the line of a thread looks otherwise now.</summary>
    public Task ListChanged(Tx tx, ThreadRecord thread) => outbox.Add(tx, "list.changed", thread.Id, thread.LastSeq);

    public ValueTask<Site> SiteOf(Tx tx, ThreadRecord thread) => sites.Get(tx, thread.Site);

    private async Task<ThreadRecord> Record(Tx tx, ThreadRecord before, ThreadStep step, Actor actor, IReadOnlyList<Guid>? alsoTell = null)
    {
        var (after, reason, kind) = (step.After, step.Reason, step.Kind);
        var site = await SiteOf(tx, after);
        var row = new EventRow
        {
            Thread = after.Id,
            Seq = after.LastSeq + 1,
            Kind = kind,
            Audience = step.Audience,
            AuthorKind = actor.Kind,
            Author = actor.Id,
            Status = new(after.State, site.Ladder.KindOf((int)after.Rung), after.Fence, reason, after.Holder, Assignee: after.Assignee, FormerTopic: before.Topic == after.Topic ? null : before.Topic ?? "")
            {
                FormerSnooze = before.SnoozedUntil == after.SnoozedUntil ? null : before.SnoozedUntil,
                FormerUntil = before.AssignedUntil == after.AssignedUntil ? null : before.AssignedUntil,
            },
            At = clock.NowMs(),
        };
        var next = after.State == before.State ? after : after with { SnoozedUntil = StaysAside(before, after, reason) ? after.SnoozedUntil : null, ClosedAt = after.State == ThreadStates.Closed ? row.At : null };
        var saved = await Save(tx, before, next with { LastSeq = row.Seq, LastEventAt = row.At }, row, alsoTell);
        if (IsInInbox(site, before) || IsInInbox(site, after)) await ListChanged(tx, saved);
        if (kind == EventKinds.Status && !after.IsHeld) await outbox.Add(tx, $"thread.{after.State}", after.Id, row.Seq);
        if (Heard(site, before, after, reason, kind) is { } heard) await subscriptions.Add(tx, saved, row.Seq, heard);
        if (IsListed(site, before) || IsListed(site, after)) tx.AfterCommit(() => news.ListsChanged(after.Site));
        return saved;
    }

    private async Task<ThreadRecord> Save(Tx tx, ThreadRecord before, ThreadRecord after, EventRow row, IReadOnlyList<Guid>? alsoTell = null)
    {
        await threads.Update(tx, before, after);
        await threads.InsertEvent(tx, row);
        var members = (await participants.Current(tx, after.Id)).Union(alsoTell ?? []).ToList();
        // A thank-you reaches whoever answered, also after the end.
        if (row.Kind == EventKinds.Rating) members = [.. members.Union(await threads.Answerers(tx, after.Id, after.Responder))];
        tx.AfterCommit(() => news.Happened(after, row, members));
        return after;
    }

    // What moves is no longer put aside: but finding nobody is no move, and an ending may be taken back.
    private static bool StaysAside(ThreadRecord before, ThreadRecord after, string reason) =>
        after.State == ThreadStates.Closed || reason == ThreadMachine.Restored || (before.State, after.State) is (ThreadStates.Waiting, ThreadStates.Parked);

    // What a site's own programs hear of a step: a state that began, and the rung where the community could not.
    private static string? Heard(Site site, ThreadRecord before, ThreadRecord after, string reason, string kind) => kind switch
    {
        EventKinds.Rung when site.Ladder.KindOf((int)after.Rung) == RungKinds.Agents => SubscribedKinds.FellBack,
        // Nobody heard that it was asked.
        EventKinds.Status when before.IsHeld && after.State == ThreadStates.Closed => null,
        EventKinds.Status when before.State != after.State || reason == Asked || (before.IsHeld && !after.IsHeld) => after.State switch
        {
            ThreadStates.Waiting => SubscribedKinds.Waiting,
            ThreadStates.Parked => SubscribedKinds.Parked,
            ThreadStates.Closed => SubscribedKinds.Closed,
            _ => null,
        },
        _ => null,
    };
    // The inbox follows what came to the agents' rung, whoever holds it.
    private static bool IsInInbox(Site site, ThreadRecord t) =>
        t.State != ThreadStates.Closed && !t.IsHeld && site.Ladder.KindOf((int)t.Rung) is RungKinds.Agents or RungKinds.Parked;

    // Lists show what the community could not take: the agents' rung and parked.
    private static bool IsListed(Site site, ThreadRecord t) =>
        (t.State == ThreadStates.Parked && !t.IsHeld) || (t.State == ThreadStates.Waiting && site.Ladder.KindOf((int)t.Rung) == RungKinds.Agents);
}

/// <summary>Something to append to a thread; <paramref name="Continues"/> when it is to bring an ended one back.</summary>
public sealed record Entry(string Kind, Actor Actor, string? Text, string? Key, string Audience = Audiences.All, StoredStatus? Status = null, Guid? SuggestedBy = null, Judged? Judged = null, long? OfHold = null, bool Continues = false);

/// <summary>The thread after an append, and the stored event; <paramref name="IsAgain"/> when it was stored before.</summary>
public sealed record Appended(ThreadRecord Thread, EventRow Row, bool IsAgain = false);
