using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

public sealed partial class History
{
    private static readonly double[] Seconds = [0.5, 1, 2, 3, 5, 8, 15, 15, 20, 46];

    private Task Step() => _random.Next(100) switch
    {
        < 18 => Ask(),
        < 31 => Accept(),
        < 34 => AcceptWrongly(),
        < 41 => Decline(),
        < 43 => UndoDecline(),
        < 48 => Go(),
        < 53 => ComeBack(),
        < 57 => Switch(),
        < 58 => Suspend(),
        < 63 => Take(),
        < 69 => Help(),
        < 74 => GiveBack(),
        < 78 => End(),
        < 79 => UndoEnd(),
        < 82 => VisitorSays(),
        < 86 => MemberSays(),
        < 87 => LoseQueue(),
        < 89 => TwoNodesDecideAtOnce(),
        < 90 => Silence(),
        _ => Wait(),
    };

    private async Task Ask()
    {
        var visitor = _people.One(_people.Visitors);
        var (topic, language) = (_people.One<string?>(["shoes", "shoes", "bikes", null]), _people.One(["en", "en", "en", "fr"]));
        var reply = await _world.Ask(visitor, topic, language);
        Told($"{visitor.Site.Slug}: asks about {topic} in {language}: {reply.Value!.Thread.ThreadId}, existing {reply.Value.Existing}");
    }

    private async Task Accept()
    {
        if (AnyOpenOffer() is not var (offer, member)) return;
        var reply = await _world.Accept(member, offer.Id);
        Told($"{member.Member.Name} accepts {NameOf(offer)}: {reply.Refusal?.Code}");
        Promise.Hold(reply.Value?.Responder == member.Id, $"an open offer could not be accepted: {reply.Refusal?.Code}");
        var again = await _world.Accept(member, offer.Id);
        Promise.Hold(again.Value is not null, $"accepting twice was not the same as once: {again.Refusal?.Code}");
    }

    /// <summary>Somebody else's offer, one that ended, or one whose time is up but not yet counted.</summary>
    private async Task AcceptWrongly()
    {
        if (_random.Next(2) == 0 && AnyOpenOffer() is var (open, _))
        {
            var thief = _people.One(_people.Members);
            if (thief.Id == open.Member)
            {
                if (_state.Open.Any(o => o.Deadline - open.Deadline < 0)) return;
                _world.Clock.Advance(TimeSpan.FromMilliseconds(open.Deadline - _world.Now));
                var late = await _world.Accept(thief, open.Id);
                Told($"{thief.Member.Name} accepts {NameOf(open)} too late: {late.Refusal?.Code}");
                Promise.Hold(late.Refusal?.Code == Refusals.OfferExpired.Code, $"an offer past its deadline was accepted");
                return;
            }
            var stolen = await _world.Accept(thief, open.Id);
            Promise.Hold(stolen.Refusal?.Code == Refusals.NotFound.Code, $"{thief.Member.Name} could accept somebody else's offer");
            return;
        }
        var ended = _state.Offers.Where(o => !o.IsOpen).ToList();
        if (ended.Count == 0) return;
        var offer = _people.One(ended);
        var reply = await _world.Accept(MemberOf(offer.Member), offer.Id);
        var holds = offer.State == OfferStates.Accepted && _state.Threads.First(t => t.Id == offer.Thread).SeatHolder == offer.Member;
        Told($"{MemberOf(offer.Member).Member.Name} accepts the {offer.State} {NameOf(offer)}: {reply.Refusal?.Code}");
        Promise.Hold(reply.Value is not null == holds, $"an offer that was {offer.State} could be accepted");
    }

    private async Task Decline()
    {
        if (AnyOpenOffer() is not var (offer, member)) return;
        var reply = await _world.Decline(member, offer.Id);
        Told($"{member.Member.Name} declines {NameOf(offer)}: {reply.Refusal?.Code}");
    }

    private async Task Switch()
    {
        var member = _people.One(_people.Members);
        var available = _random.Next(3) > 0;
        await _world.SetAvailable(member, available);
        _people.SwitchedAt[member.Id] = _world.Now;
        Told($"{member.Member.Name} sets available to {available}");
    }

    private async Task Take()
    {
        var thread = AnyThread(t => t.State is ThreadStates.Waiting or ThreadStates.Parked || _random.Next(8) == 0);
        if (thread is null) return;
        var member = _people.One(_people.Members);
        var reply = await _world.Take(member, thread.PublicId);
        Told($"{member.Member.Name} takes {thread.PublicId}: {reply.Refusal?.Code}");
        Promise.Hold(reply.Value is null || member.Site.Id == thread.Site, $"{member.Member.Name} took a question of another site");
    }

    private async Task GiveBack()
    {
        if (AnyThread(t => t.State == ThreadStates.Live) is not { } thread) return;
        var holder = MemberOf(thread.Responder!.Value);
        var to = _people.One(_people.Members);
        var reply = _random.Next(2) == 0 ? await _world.Release(holder, thread) : await _world.Transfer(holder, thread, to.Id);
        Told($"{holder.Member.Name} gives {thread.PublicId} back, perhaps to {to.Member.Name}: {reply.Refusal?.Code}");
    }

    private async Task End()
    {
        if (AnyThread(t => t.State != ThreadStates.Closed) is not { } thread) return;
        var byMember = thread.State == ThreadStates.Live && _random.Next(2) == 0;
        Caller caller = byMember ? MemberOf(thread.Responder!.Value) : VisitorOf(thread);
        var reply = await _world.End(caller, thread);
        Told($"{(byMember ? "the member" : "the visitor")} ends {thread.PublicId}");
        Promise.Hold(reply.Value is not null, $"{thread.PublicId} could not be ended: {reply.Refusal?.Code}");
    }

    private async Task VisitorSays()
    {
        if (AnyThread(_ => true) is not { } thread) return;
        var reopen = _random.Next(2) == 0;
        var reply = await _world.Say(VisitorOf(thread), thread, reopen: reopen);
        Told($"the visitor writes to {thread.PublicId} ({thread.State}), reopen {reopen}: {reply.Refusal?.Code}");
        Promise.Hold(reply.Value is not null || thread.State == ThreadStates.Closed, $"a visitor could not write: {reply.Refusal?.Code}");
    }

    private async Task MemberSays()
    {
        if (AnyThread(_ => true) is not { } thread) return;
        var member = thread.Responder is { } last && _random.Next(3) > 0 ? MemberOf(last) : _people.One(_people.Members);
        var fence = thread.Fence - (_random.Next(6) == 0 ? 1 : 0);
        var reply = await _world.Say(member, thread, fence: fence);
        Told($"{member.Member.Name} writes to {thread.PublicId} ({thread.State}): {reply.Refusal?.Code}");
        var mayWrite = fence == thread.Fence && member.Site.Id == thread.Site
            && (thread.State == ThreadStates.Parked || thread.SeatHolder == member.Id || (thread.State != ThreadStates.Closed && _state.Helpers(thread.Id).Contains(member.Id)));
        Promise.Hold(reply.Value is null || mayWrite, $"{member.Member.Name} wrote where they may not");
    }
}
