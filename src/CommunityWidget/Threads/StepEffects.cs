using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;

namespace CommunityWidget.Threads;

/// <summary>What a step does to people, in the step's own transaction: seats freed and taken, offers rescinded, participants leaving and joining.</summary>
public sealed class StepEffects(ParticipantStore participants, OfferStore offers, MemberSeats seats, ThreadNews news, TimeProvider clock)
{
    /// <summary>False when the new responder has no free seat: the step must not be.</summary>
    public async Task<bool> Run(Tx tx, ThreadRecord before, ThreadStep step)
    {
        var now = clock.NowMs();
        var after = step.After;
        if (!await MoveSeats(tx, before.SeatHolder, after.SeatHolder)) return false;
        if (before.State == ThreadStates.Waiting && after.State != ThreadStates.Waiting) await offers.RescindAll(tx, before.Id, now);
        if (after.SeatHolder is { } taker) await offers.RescindSurplus(tx, taker, now);
        await MoveParticipants(tx, before, step, now);
        return true;
    }

    // In order of id, so that two transactions never wait for each other.
    private async Task<bool> MoveSeats(Tx tx, Guid? from, Guid? to)
    {
        if (from == to) return true;
        if (from is { } freed && (to is null || freed.CompareTo(to.Value) < 0)) await Free(tx, freed);
        if (to is { } taker && !await seats.Take(tx, taker)) return false;
        if (to is { } told) tx.AfterCommit(() => news.StatusOf(told));
        if (from is { } later && to is { } first && later.CompareTo(first) > 0) await Free(tx, later);
        return true;
    }

    private async Task Free(Tx tx, Guid member)
    {
        await seats.Free(tx, member);
        tx.AfterCommit(() => news.StatusOf(member));
    }

    private async Task MoveParticipants(Tx tx, ThreadRecord before, ThreadStep step, long now)
    {
        var after = step.After;
        if (step.Joins is { } helper) await participants.Join(tx, after.Id, helper, ParticipantStore.Helper, after.Fence, now);
        if (step.Leaves is { } gone) await participants.Leave(tx, after.Id, gone, step.Reason, now);
        // Nobody stays where nobody talks; helpers stay while the thread looks for its next responder.
        if (before.State != after.State && after.State is ThreadStates.Parked or ThreadStates.Closed) await participants.LeaveAll(tx, after.Id, step.Reason, now);
        if (before.Holder == after.Holder) return;
        if (before.Holder is { } left) await participants.Leave(tx, after.Id, left, step.Reason, now);
        if (after.Holder is not { } member) return;
        await participants.Leave(tx, after.Id, member, "responds", now);
        await participants.Join(tx, after.Id, member, ParticipantStore.Responder, after.Fence, now);
        if (step.Reason == ThreadMachine.EndUndone) await participants.Return(tx, after.Id, before.LastEventAt);
    }
}
