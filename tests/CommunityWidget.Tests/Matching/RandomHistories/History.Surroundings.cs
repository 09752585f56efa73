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
        _people.LeftAt[who.Id] = _world.Now;
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

    /// <summary>Two nodes decided on the same rows, neither knowing of the other: no second wave, no seat given twice.</summary>
    private async Task TwoNodesDecideAtOnce()
    {
        Told($"two nodes decide at once");
        await Ask();
        await (_random.Next(3) == 0 ? Decline() : Ask());
        foreach (var site in new[] { _world.Here, _world.There })
        {
            var waiting = (await _world.Queue.Waiting(site.Id)).ToList();
            var pass = await _world.Get<LoadMatch>().Pass(site.Id, waiting, _world.Now);
            var decided = waiting.Select(pass.InputFor).OfType<MatchInput>().Select(input => (input, LadderDecision.Decide(input))).ToList();
            await Apply(decided.Take(_random.Next(decided.Count + 1)));
            await _world.RunMatching(CheckPass);
            await Apply(decided);
        }
    }

    private async Task Apply(IEnumerable<(MatchInput Input, MatchDecision Decision)> decided)
    {
        foreach (var (input, decision) in decided)
        {
            var applied = await _world.Get<ApplyOutcome>().Run(input, decision);
            if (applied is { StillWaiting: true, Offered.Count: > 0 }) await _world.Queue.Wake(input.Thread.Site, _world.Now);
        }
    }

    /// <summary>Nobody says a word for longer than a conversation may be silent.</summary>
    private async Task Silence()
    {
        if (_state.Threads.Any(t => t.State == ThreadStates.Waiting)) return;
        Told($"eleven minutes of silence");
        // Nodes go on watching.
        for (var i = 0; i < 66; i++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(10));
            await _world.Queue.Watch(_world.Now, 15_000);
        }
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
