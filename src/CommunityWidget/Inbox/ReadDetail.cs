using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>A line of the inbox with what the community tried: who was asked and said what, who had it and gave it back, who could not be asked.</summary>
public sealed class ReadDetail(ThreadAccess access, InboxRows rows, OfferStore offers, ParticipantStore participants, MemberStore members, Explanations explanations)
{
    private static readonly string[] CouldNot = ["not_connected", "charter", "full", "other_language", "other_topic", "missed"];

    public async Task<Reply<InboxDetail>> Run(MemberCaller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var asked = await offers.History([thread.Id]);
        var left = await participants.Departures([thread.Id]);
        var ids = asked.Select(o => o.Member).Union(left.Select(d => d.Member)).ToList();
        var names = (ids.Count == 0 ? [] : await members.Find(ids)).ToDictionary(m => m.Id, m => m.AsPerson());
        var tried = asked.Select(o => Asked(o, caller.Site.Ladder, names)).Concat(left.Where(d => Returned(d.LeftReason)).Select(d => Left(d, names)));
        return new InboxDetail(await rows.Of(caller.Site, thread.Id), [.. tried.OrderBy(t => t.At)], await NotAsked(thread));
    }

    private static TriedMember Asked(Offer offer, Ladder ladder, IReadOnlyDictionary<Guid, Person> names) =>
        new(Name(offer.Member, names), offer.State, ladder.KindOf((int)offer.Rung), offer.OfferedAt, offer.EndedAt - offer.OfferedAt);

    private static TriedMember Left(Departure gone, IReadOnlyDictionary<Guid, Person> names) => new(Name(gone.Member, names), gone.LeftReason, null, gone.LeftAt, null);

    // Someone whose account is gone was asked all the same.
    private static Person Name(Guid member, IReadOnlyDictionary<Guid, Person> names) => names.GetValueOrDefault(member) ?? new Person(null, null, Roles.SuperUser);

    private static bool Returned(string reason) => reason is "released" or "handed_back" or "transferred" or "vanished" or "suspended";

    private async Task<IReadOnlyDictionary<string, int>> NotAsked(ThreadRecord thread)
    {
        var last = (await explanations.Of(thread.Id)).LastOrDefault(step => step.Considered.Count > 0);
        // Looked at on several rungs, somebody is one all the same.
        var verdicts = last?.Considered.GroupBy(c => c.Member).Select(member => member.Last().Verdict) ?? [];
        return verdicts.Where(CouldNot.Contains).CountBy(verdict => verdict).ToDictionary();
    }
}
