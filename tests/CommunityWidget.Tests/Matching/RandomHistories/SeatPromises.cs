using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>Seats are never over-committed, never leaked; misses are counted once per question and pause after three.</summary>
public static class SeatPromises
{
    public static void Check(HistoryState state, HistoryPeople people)
    {
        foreach (var member in state.Members)
        {
            var held = state.Threads.Count(t => t.State == ThreadStates.Live && t.Responder == member.Id);
            var offered = state.Open.Count(o => o.Member == member.Id);
            Promise.Hold(member.Busy == held, $"{member.Name}: busy {member.Busy}, holds {held}");
            Promise.Hold(member.Offered == offered, $"{member.Name}: offered {member.Offered}, open {offered}");
            Promise.Hold(member.Busy + member.Offered <= member.Seats, $"{member.Name}: {member.Busy} + {member.Offered} over {member.Seats} seats");
            CheckMisses(state, people, member);
        }
    }

    private static void CheckMisses(HistoryState state, HistoryPeople people, Member member)
    {
        var (inARow, paused) = (0, false);
        var missedThreads = new HashSet<Guid>();
        var switched = people.SwitchedAt.GetValueOrDefault(member.Id, 0);
        var answers = state.Offers.Where(o => o.Member == member.Id && o.EndedAt is not null).OrderBy(o => o.EndedAt).ToList();
        foreach (var offer in answers)
        {
            if (offer.State is OfferStates.Accepted or OfferStates.Declined) inARow = 0;
            var counts = offer.State == OfferStates.Expired && missedThreads.Add(offer.Thread);
            if (offer.EndedAt <= switched || !counts) { if (offer.EndedAt <= switched) inARow = 0; continue; }
            if (++inARow < MemberSeats.MissesBeforePause) continue;
            (inARow, paused) = (0, true);
        }
        Promise.Hold(member.Missed == inARow, $"{member.Name}: {member.Missed} misses in a row counted, {inARow} happened");
        Promise.Hold(member.Paused == paused, $"{member.Name}: paused {member.Paused}, but three in a row were missed: {paused}");
        Promise.Hold(!member.Paused || member.Intent == Intents.Away, $"{member.Name} is paused and yet available");
    }
}
