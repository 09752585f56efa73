using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Nobody is offered a question while an older one of the same topic, which they could take, lacks people.</summary>
public sealed class OrderPromises(Func<Guid, Ladder> ladderOf)
{
    private readonly HashSet<Guid> _seen = [];

    /// <summary>Called after each pass: looks at the offers made in it.</summary>
    public void Check(HistoryState state)
    {
        var threads = state.Threads.ToDictionary(t => t.Id);
        foreach (var offer in state.Offers.Where(o => _seen.Add(o.Id) && o.IsOpen && o.OfferedAt == state.Now))
        {
            var younger = threads[offer.Thread];
            var member = state.Members.First(m => m.Id == offer.Member);
            if (younger.WantedMember == member.Id || state.Helpers(younger.Id).Contains(member.Id) || younger.Topic is null) continue;
            var older = state.Threads.Where(t => t.State == ThreadStates.Waiting && t.Site == younger.Site && t.Topic == younger.Topic && t.AskedAt < younger.AskedAt);
            foreach (var first in older)
                Promise.Hold(!CouldTake(state, first, member), $"{member.Name} was offered {younger.PublicId} before the older {first.PublicId}");
        }
    }

    private bool CouldTake(HistoryState state, ThreadRecord thread, Member member)
    {
        var all = state.Offers.Where(o => o.Thread == thread.Id).ToList();
        var mine = all.Where(o => o.Member == member.Id).ToList();
        var rung = ladderOf(thread.Site).At((int)thread.Rung);
        var wantedFirst = all.Exists(o => o.IsOpen && (o.Member == thread.WantedMember || state.Helpers(thread.Id).Contains(o.Member)));
        if (wantedFirst || mine.Count > 0 || state.Parts[thread.Id].Any(p => p.Member == member.Id)) return false;
        if (!member.Is(Roles.SuperUser) || !member.Speaks(thread.Language)) return false;
        if (rung.Kind == RungKinds.Topic && !state.Topics[member.Id].Contains(thread.Topic!)) return false;
        // The room of a wave is counted with those of it who answered already: a new wave only starts when all have.
        return all.Count(o => o.Fence == thread.Fence && o.Rung == thread.Rung && o.OfferedAt >= thread.RungEnteredAt) < rung.Wave
            && all.Count(o => o.IsOpen) < rung.Wave;
    }
}
