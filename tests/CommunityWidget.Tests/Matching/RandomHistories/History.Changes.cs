using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Second thoughts, helping hands, and members who may not answer any more.</summary>
public sealed partial class History
{
    private async Task UndoDecline()
    {
        var declined = _state.Offers.Where(o => o.State == OfferStates.Declined).ToList();
        if (declined.Count == 0) return;
        var offer = declined.FindLast(o => o.Deadline > _world.Now) ?? _people.One(declined);
        var member = MemberOf(offer.Member);
        var reply = await _world.Get<UndoDecline>().Run(member, offer.Id);
        Told($"{member.Member.Name} takes the no to {NameOf(offer)} back: {reply.Refusal?.Code}");
        var thread = _state.Threads.First(t => t.Id == offer.Thread);
        var possible = offer.Deadline > _world.Now && thread.State == ThreadStates.Waiting && thread.Fence == offer.Fence;
        Promise.Hold(reply.Value is null || possible, $"a no was taken back too late");
        if (reply.Value is null) return;
        // What the no had forgiven stays forgiven, and the next wave may have begun meanwhile.
        _people.SwitchedAt[member.Id] = offer.EndedAt!.Value;
        _wanted.Add(offer.Id);
    }

    /// <summary>Joins, leaves again, or takes the conversation over.</summary>
    private async Task Help()
    {
        if (AnyThread(t => t.State == ThreadStates.Live || _random.Next(10) == 0) is not { } thread) return;
        var helpers = _state.Helpers(thread.Id);
        if (helpers.Count == 0 || _random.Next(2) == 0)
        {
            var member = _people.One(_people.Members);
            var joined = await _world.Get<JoinThread>().Join(member, thread.PublicId);
            Told($"{member.Member.Name} joins {thread.PublicId} ({thread.State}): {joined.Refusal?.Code}");
            Promise.Hold(joined.Value is null || member.Site.Id == thread.Site, $"{member.Member.Name} joined a thread of another site");
            return;
        }
        var helper = MemberOf(_people.One(helpers));
        if (_random.Next(2) == 0)
        {
            var left = await _world.Release(helper, thread);
            Told($"{helper.Member.Name} leaves {thread.PublicId}: {left.Refusal?.Code}");
            Promise.Hold(left.Value is not null, $"a helper could not leave: {left.Refusal?.Code}");
            return;
        }
        var taken = await _world.Take(helper, thread.PublicId);
        Told($"{helper.Member.Name} takes {thread.PublicId} over: {taken.Refusal?.Code}");
        var row = _state.Members.First(m => m.Id == helper.Id);
        if (taken.Refusal?.Code == Refusals.AlreadyTaken.Code) return;
        Promise.Hold(thread.State != ThreadStates.Live || taken.Value is not null == row.Busy < row.Seats, $"a helper with {row.Busy} of {row.Seats} seats taken took over: {taken.Value is not null}");
    }

    private async Task UndoEnd()
    {
        var ended = _state.Threads.Where(t => t is { State: ThreadStates.Closed, Responder: not null }).OrderBy(t => t.LastEventAt).LastOrDefault();
        if (ended is null) return;
        var member = MemberOf(ended.Responder!.Value);
        var reply = await _world.Get<UndoEnd>().Run(member, ended.PublicId);
        Told($"{member.Member.Name} takes the end of {ended.PublicId} back: {reply.Refusal?.Code}");
        var last = _state.Events[ended.Id].Last();
        Promise.Hold(reply.Value is null || (last.Author == member.Id && last.Status?.Reason == Outcomes.Ended), $"an end was taken back that was not theirs");
        Promise.Hold(reply.Value is null || _world.Now - last.At <= ThreadMachine.UndoWithinMs, $"an end was taken back too late");
    }

    private async Task Suspend()
    {
        var member = _people.One(_people.Members);
        var until = _random.Next(3) == 0 ? _world.Now + 60_000 : 0;
        await _world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update members set suspended_until = @until where id = @Id", new { member.Id, until });
            return Done.It;
        });
        Told($"{member.Member.Name} is {(until == 0 ? "let back" : "suspended")}");
        await _world.Get<WithdrawMembers>().Changed(member.Site.Id, member.Id);
    }
}
