using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>The write of a message: what its author may do in the thread's present state, once per key.</summary>
public sealed class StoreMessage(ThreadStore threads, ThreadWriter writer, ParticipantStore participants, Idempotency idempotency, TimeProvider clock)
{
    /// <summary>Appends, or gives back what the same key stored the first time, whatever happened to the thread since.</summary>
    public async Task<Reply<Appended>> Once(Tx tx, ThreadRecord thread, Caller caller, string key, string text, Func<Tx, ThreadRecord, Task<Reply<ThreadRecord>>> prepare, MessageExtra extra)
    {
        var first = await idempotency.FindMessage(tx, thread, caller.Id, key, text);
        if (first.Refusal is { } reused) return reused;
        if (first.Value is { } again)
        {
            // One key, one message: a question, or a message in another thread, is another one.
            if (again.IsQuestion || again.Thread != thread.Id) return Refusals.KeyReused;
            return new Appended(thread, (await threads.Event(tx, again.Thread, again.Seq))!, IsAgain: true);
        }
        var ready = await prepare(tx, thread);
        if (ready.Refusal is { } refused) return refused;
        var actor = caller is VisitorCaller ? Actor.Visitor(caller.Id) : Actor.Member(caller.Id);
        var idea = extra.Suggestion is { } seq && await threads.Event(tx, thread.Id, seq) is { Kind: EventKinds.Suggestion, Author: { } author } && author != caller.Id ? author : (Guid?)null;
        var wakes = caller is VisitorCaller && ready.Value!.SnoozedUntil is not null;
        var appended = await writer.Append(tx, ready.Value!, new Entry(EventKinds.Message, actor, text, key, SuggestedBy: idea, Judged: extra.Judged, Continues: extra.Reopen && thread.State == ThreadStates.Closed), t => wakes ? t.Woken(clock.NowMs()) : t);
        if (wakes) await writer.ListChanged(tx, appended.Thread);
        await idempotency.Store(tx, caller.Site.Id, caller.Id, key, text, thread.Id, appended.Row.Seq);
        tx.AfterCommit(() => { Instruments.Messages.Add(1, new KeyValuePair<string, object?>("author", actor.Kind)); return Task.CompletedTask; });
        return appended;
    }

    /// <summary>A visitor may write while the thread is open; a reply to an answer makes it wait again, a closed one needs <em>Continue</em>.</summary>
    public async Task<Reply<ThreadRecord>> PrepareVisitor(Tx tx, ThreadRecord thread, MessageExtra extra)
    {
        if (thread.State != ThreadStates.Closed && !thread.IsAnswered) return thread;
        if (thread.State == ThreadStates.Closed && !extra.Reopen) return Refusals.ThreadClosed;
        // A question that nobody let through is not brought back by more words.
        if (thread.State == ThreadStates.Closed && (await threads.Event(tx, thread.Id, 1))?.Kind == EventKinds.Hold) return Refusals.ThreadClosed;
        // What is held moves nothing until somebody lets it through.
        if (extra.Judged is { IsHeld: true }) return thread;
        var busy = await threads.OpenOf(tx, thread.Visitor) is not null;
        var parked = (await writer.SiteOf(tx, thread)).Ladder.Parked;
        var step = thread.IsAnswered
            ? ThreadMachine.Reply(thread, busy, parked, clock.NowMs())
            : ThreadMachine.Reopen(thread, await threads.LastStep(tx, thread.Id), busy, parked, clock.NowMs());
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.Visitor(thread.Visitor));
    }

    /// <summary>A member needs to be part of the thread now and to have seen its present fence; a parked one is answered without a seat.</summary>
    public async Task<Reply<ThreadRecord>> PrepareMember(Tx tx, ThreadRecord thread, MemberCaller caller, long fence, MessageExtra extra)
    {
        if (thread.State == ThreadStates.Closed) return Refusals.ThreadClosed;
        if ((await participants.Current(tx, thread.Id)).Contains(caller.Id)) return fence == thread.Fence ? thread : Refusals.StaleFence;
        if (thread.IsAnswered) return Refusals.AlreadyAnswered;
        if (thread.State != ThreadStates.Parked) return Refusals.NotParticipant;
        if (fence != thread.Fence) return Refusals.StaleFence;
        // The shop's own people may, and see whose it is.
        if (thread.Assignee is { } other && other != caller.Id && !caller.Member.IsStaff) return Refusals.GivenToAnother;
        if (caller.Member.OwesCharter(caller.Site)) return Refusals.CharterFirst;
        var step = ThreadMachine.Answer(thread, caller.Id);
        if (step.Value is not null && extra.Judged is { IsHeld: true }) return thread;
        return step.Value is null ? step.Refusal! : await writer.Step(tx, thread, step.Value, Actor.Member(caller.Id));
    }
}
