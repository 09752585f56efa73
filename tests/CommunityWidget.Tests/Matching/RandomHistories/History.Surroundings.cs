using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

public sealed partial class History
{
    private async Task Go()
    {
        var everyone = _people.Members.Cast<Caller>().Concat(_people.Visitors).Where(c => _people.Connected.Contains(c.Id)).ToList();
        if (everyone.Count == 0) return;
        var who = _people.One(everyone);
        var crash = _random.Next(2) == 0;
        _people.Connected.Remove(who.Id);
        await (crash ? _world.Vanish(who) : _world.Leave(who));
        Told($"{NameOf(who)} {(crash ? "vanishes" : "leaves")}");
    }

    private async Task ComeBack()
    {
        var gone = _people.Members.Cast<Caller>().Concat(_people.Visitors).Where(c => !_people.Connected.Contains(c.Id)).ToList();
        if (gone.Count == 0) return;
        var who = _people.One(gone);
        _people.Connected.Add(who.Id);
        await _world.ComeBack(who);
        Told($"{NameOf(who)} comes back");
    }

    private async Task Wait()
    {
        var seconds = _people.One(Seconds);
        Told($"{seconds} s go by");
        await _world.Advance(TimeSpan.FromSeconds(seconds), CheckPass, sweepMs: 10_000);
    }

    private async Task LoseQueue()
    {
        _world.Queue.Lose();
        Told($"the queue is lost");
        await _world.Sweep();
    }

    /// <summary>Another node decided on the same rows: whoever is second must not send a second wave.</summary>
    private async Task TwoNodesDecideAtOnce()
    {
        Told($"two nodes decide at once");
        foreach (var site in new[] { _world.Here, _world.There })
        {
            var waiting = (await _world.Queue.Waiting(site.Id)).ToList();
            var pass = await _world.Get<LoadMatch>().Pass(site.Id, waiting, _world.Now);
            var other = waiting.Select(pass.InputFor).OfType<MatchInput>().Select(input => (input.Thread, LadderDecision.Decide(input))).ToList();
            await _world.Queue.Wake(site.Id, _world.Now);
            await _world.RunMatching(CheckPass);
            foreach (var (thread, decision) in other) await _world.Get<ApplyOutcome>().Run(thread, decision);
        }
    }

    /// <summary>Nobody says a word for longer than a conversation may be silent.</summary>
    private async Task Silence()
    {
        if (_state.Threads.Any(t => t.State == ThreadStates.Waiting)) return;
        Told($"eleven minutes of silence");
        _world.Clock.Advance(TimeSpan.FromMinutes(11));
        await _world.Get<Presence>().BeatAll();
        await _world.Get<CloseSilent>().Run();
        await _world.Sweep();
    }

    private (Offer Offer, MemberCaller Member)? AnyOpenOffer()
    {
        var open = _state.Open.Where(o => o.Deadline > _world.Now).ToList();
        if (open.Count == 0) return null;
        var offer = _people.One(open);
        return (offer, MemberOf(offer.Member));
    }

    private ThreadRecord? AnyThread(Func<ThreadRecord, bool> where)
    {
        var threads = _state.Threads.Where(where).ToList();
        return threads.Count == 0 ? null : _people.One(threads);
    }

    private MemberCaller MemberOf(Guid id) => _people.Members.First(m => m.Id == id);

    private VisitorCaller VisitorOf(ThreadRecord thread) => _people.Visitors.First(v => v.Id == thread.Visitor);

    private string NameOf(Caller who) => who is MemberCaller m ? m.Member.Name : $"visitor {_people.Visitors.FindIndex(v => v.Id == who.Id)}";

    private string NameOf(Offer offer) => $"offer {offer.Wave} of {_state.Threads.First(t => t.Id == offer.Thread).PublicId}";

    private void Told(FormattableString what) => _log.Add(FormattableString.Invariant($"{_world.Clock.GetUtcNow():HH:mm:ss.fff} ") + FormattableString.Invariant(what));
}
