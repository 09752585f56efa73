using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Holding;

/// <summary>What was let through reaches the others, and does to its thread what it would have done when it was sent; ended since, it stays so.</summary>
public sealed class DeliverHeld(ThreadStore threads, ThreadWriter writer, HoldStore holds, OfferStore offers, MemberStore members, Subscriptions subscriptions, TimeProvider clock)
{
    public Task<Reply<Done>> Run(Tx tx, ThreadRecord thread, EventRow held, MemberCaller by) =>
        held.Seq == 1 ? Ask(tx, thread, by) : Say(tx, thread, held, by);

    private async Task<Reply<Done>> Ask(Tx tx, ThreadRecord thread, MemberCaller by)
    {
        var busy = await threads.OpenOf(tx, thread.Visitor) is not null;
        var step = ThreadMachine.Pass(thread, busy, by.Site.Ladder.Parked, clock.NowMs());
        if (step.Value is null) return step.Refusal!;
        await holds.BecomesMessage(tx, thread.Id, 1);
        var asked = await writer.Step(tx, thread, step.Value, Actor.Member(by.Id));
        if (asked.Value is not { } open) return asked.Refusal!;
        // Programs of the shop hear now of what was said while nobody else knew of it.
        foreach (var said in await tx.Query<long>("select seq from events where thread = @Id and kind = 'message' and audience = 'all' order by seq", new { thread.Id }))
            await subscriptions.Add(tx, open, said, SubscribedKinds.Message);
        return Done.It;
    }

    private async Task<Reply<Done>> Say(Tx tx, ThreadRecord thread, EventRow held, MemberCaller by)
    {
        var author = new Actor(held.AuthorKind, held.Author);
        if (held is { AuthorKind: "member", Author: { } member } && !await MaySpeak(tx, thread, member)) return Refusals.NotPossibleNow;
        var ready = await Wake(tx, thread, held, author, by);
        var verdict = new Judged(Verdicts.Passed, held.MaskedBody);
        await writer.Append(tx, ready, new Entry(EventKinds.Message, author, held.Body, Key: null, Judged: verdict, OfHold: held.Seq));
        return Done.It;
    }

    // Whoever was erased or shut out since then says nothing any more, and answers nobody. Locked first: it may be happening now.
    private async Task<bool> MaySpeak(Tx tx, ThreadRecord thread, Guid author)
    {
        await offers.LockMembers(tx, thread.Id, [author]);
        return await members.Find(tx, [author]) is [var member] && !member.SuspendedAt(clock.NowMs());
    }

    // What cannot move the thread any more is said all the same: it was good, and late through no fault of its author's.
    private async Task<ThreadRecord> Wake(Tx tx, ThreadRecord thread, EventRow held, Actor author, MemberCaller by)
    {
        if (thread.IsHeld) return thread;
        var (parked, now) = (by.Site.Ladder.Parked, clock.NowMs());
        Reply<ThreadStep>? step = null;
        if (author.Id == thread.Visitor && (thread.IsAnswered || thread.State == ThreadStates.Closed))
        {
            // What its visitor or somebody else ended stays ended, unless this was to bring it back. Who may not write now asks nobody again.
            if ((thread.State == ThreadStates.Closed && !await holds.MayContinue(tx, thread.Id, held.Seq)) || await Silences.IsSilenced(tx, thread.Visitor, now)) return thread;
            var busy = await threads.OpenOf(tx, thread.Visitor) is not null;
            step = thread.IsAnswered
                ? ThreadMachine.Reply(thread, busy, parked, now)
                : ThreadMachine.Reopen(thread, await threads.LastStep(tx, thread.Id), busy, parked, now);
        }
        else if (author.Id is { } member && author.Id != thread.Visitor && thread is { State: ThreadStates.Parked, IsAnswered: false })
        {
            step = ThreadMachine.Answer(thread, member);
        }
        return step?.Value is { } next ? (await writer.Step(tx, thread, next, author)).Value ?? thread : thread;
    }
}
