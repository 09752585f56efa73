using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Who may be offered what, how many at once, how long, and never again after a no.</summary>
public sealed class OfferPromises(HistoryPeople people, Func<Guid, Ladder> ladderOf, IReadOnlySet<Guid> wanted)
{
    public void Check(HistoryState state)
    {
        var threads = state.Threads.ToDictionary(t => t.Id);
        var members = state.Members.ToDictionary(m => m.Id);
        foreach (var offer in state.Offers)
        {
            var (thread, member) = (threads[offer.Thread], members[offer.Member]);
            Promise.Hold(offer.Site == thread.Site && offer.Site == member.Site, $"an offer reaches from one site to another");
            Promise.Hold((offer.EndedAt ?? state.Now) <= offer.Deadline + 1_000, $"{Name(offer, member, thread)} lived past its deadline");
            if (offer.IsOpen) CheckOpen(state, offer, thread, member);
            if (!wanted.Contains(offer.Id)) CheckFits(state, offer, thread, member);
            CheckAskedBefore(state, offer, thread, member);
        }
        CheckWaves(state, threads);
    }

    private void CheckOpen(HistoryState state, Offer offer, ThreadRecord thread, Member member)
    {
        var name = Name(offer, member, thread);
        Promise.Hold(thread.State == ThreadStates.Waiting, $"{name} is open on a {thread.State} thread");
        Promise.Hold(offer.Fence == thread.Fence, $"{name} is open under fence {offer.Fence}, the thread has {thread.Fence}");
        Promise.Hold(member.Intent == Intents.Available, $"{name} is open, its member is away");
        Promise.Hold(!member.SuspendedAt(state.Now), $"{name} is open, its member suspended");
        Promise.Hold(people.Connected.Contains(member.Id), $"{name} is open, its member gone");
        Promise.Hold(state.Open.Count(o => o.Thread == thread.Id && o.Member == member.Id) == 1, $"{name} was made twice");
    }

    private void CheckFits(HistoryState state, Offer offer, ThreadRecord thread, Member member)
    {
        var rung = ladderOf(offer.Site).At((int)offer.Rung);
        Promise.Hold(member.Is(Roles.SuperUser), $"{Name(offer, member, thread)} went to a {member.Roles}");
        Promise.Hold(member.Speaks(thread.Language), $"{Name(offer, member, thread)} is in {thread.Language}");
        var knows = thread.Topic is null || state.Topics[member.Id].Contains(thread.Topic);
        Promise.Hold(rung.Kind != RungKinds.Topic || knows, $"{Name(offer, member, thread)} is about {thread.Topic}");
    }

    private void CheckAskedBefore(HistoryState state, Offer offer, ThreadRecord thread, Member member)
    {
        var before = state.Offers.Where(o => o.Thread == offer.Thread && o.Member == offer.Member && o.Id != offer.Id && o.EndedAt <= offer.OfferedAt && o.Wave < offer.Wave).ToList();
        var left = state.Parts[offer.Thread].Where(p => p.Member == offer.Member && p.LeftAt <= offer.OfferedAt && p.LeftAt < state.Now).ToList();
        Promise.Hold(!before.Exists(o => o.State == OfferStates.Declined), $"{Name(offer, member, thread)} came after they declined");
        Promise.Hold(!left.Exists(p => p.LeftReason == "released" && p.Role == ParticipantStore.Responder), $"{Name(offer, member, thread)} came after they released it");
        if (wanted.Contains(offer.Id)) return;
        var missed = before.Where(o => o.State == OfferStates.Expired).ToList();
        var times = missed.Count + left.Count(p => p.LeftReason == "vanished" && p.Role == ParticipantStore.Responder);
        Promise.Hold(times <= 1, $"{Name(offer, member, thread)} came after {times} misses");
        Promise.Hold(missed.TrueForAll(o => o.Rung < offer.Rung), $"{Name(offer, member, thread)} came again on rung {offer.Rung}");
    }

    private void CheckWaves(HistoryState state, Dictionary<Guid, ThreadRecord> threads)
    {
        foreach (var rung in state.Open.Where(o => !wanted.Contains(o.Id)).GroupBy(o => (o.Thread, o.Rung)))
        {
            var size = ladderOf(threads[rung.Key.Thread].Site).At((int)rung.Key.Rung).Wave;
            Promise.Hold(rung.Count() <= size, $"{threads[rung.Key.Thread].PublicId}: {rung.Count()} offers open on rung {rung.Key.Rung}, a wave holds {size}");
        }
    }

    private static string Name(Offer offer, Member member, ThreadRecord thread) => $"the offer {offer.Wave} of {thread.PublicId} to {member.Name}";
}
