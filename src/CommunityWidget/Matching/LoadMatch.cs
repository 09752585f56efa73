using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Matching;

/// <summary>Reads what one pass over a site needs, in a handful of statements however many questions are due.</summary>
public sealed class LoadMatch(Db db, SiteStore sites, MemberStore members, OfferStore offers, ParticipantStore participants, IMatchQueue queue, Presence presence, ReconcileQueue reconcile)
{
    public async Task<MatchPass> Pass(Guid siteId, IReadOnlyCollection<Guid> due, long now)
    {
        var site = await sites.Get(siteId);
        var threads = await db.Query<ThreadRecord>(
            $"select * from threads where {db.Dialect.In("id", "@due")} and state = 'waiting'", new { due });
        var ids = threads.Select(t => t.Id).ToList();
        var available = await members.Available(siteId, now);
        var topics = (await members.Topics(siteId)).ToLookup(t => t.Member);
        var beats = await queue.Beats(siteId, [.. available.Select(m => m.Id)], presence.ByOthers(now));
        // Asked after the beats: a queue that was lost meanwhile says so here.
        var mayOffer = queue.SeesEveryone(now);
        var since = reconcile.KnownSince;
        var returnBy = presence.ReturnBy(since);
        bool MayReturn(Member member) => now < returnBy && !Presence.HeardSince(beats, member.Id, since);
        bool OnDuty(Member agent) => OfTeam(agent) && (presence.Connected(beats, agent.Id, now) || !mayOffer);
        bool OfTeam(Member member) => member.Is(Roles.Agent) && !member.OwesCharter(site);
        var agentsHere = available.Any(OnDuty);
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(now);
        var isOpen = site.Hours.OpenAt(moment);
        return new MatchPass(site, now)
        {
            MayOffer = mayOffer,
            HoursChangeAt = site.Hours.NextChange(moment)?.ToUnixTimeMilliseconds(),
            Threads = threads.ToDictionary(t => t.Id),
            History = (await offers.History(ids)).ToLookup(o => o.Thread),
            Departures = (await participants.Departures(ids)).ToLookup(d => d.Thread),
            Helpers = (await participants.Helpers(ids)).ToLookup(h => h.Thread, h => h.Member),
            Candidates = [.. available.Select(m => new Candidate(m, presence.Connected(beats, m.Id, now), topics[m.Id].ToDictionary(t => t.Topic))
            {
                HeardBefore = beats.ContainsKey(m.Id),
                MayReturn = MayReturn(m),
                Agreed = !m.OwesCharter(site),
            })],
            AgentsHere = agentsHere,
            AgentsOnDuty = isOpen && agentsHere,
            ReturnBy = now < returnBy ? returnBy : null,
            TeamMayReturn = isOpen && available.Any(m => OfTeam(m) && MayReturn(m)),
        };
    }
}

/// <summary>What one pass over a site sees.</summary>
public sealed class MatchPass(Site site, long now)
{
    public required IReadOnlyDictionary<Guid, ThreadRecord> Threads { get; init; }
    public required ILookup<Guid, Offer> History { get; init; }
    public required ILookup<Guid, Departure> Departures { get; init; }
    public required ILookup<Guid, Guid> Helpers { get; init; }
    public required IReadOnlyList<Candidate> Candidates { get; init; }
    public required bool AgentsOnDuty { get; init; }

    /// <summary>Somebody of the team is there, whatever its hours say.</summary>
    public required bool AgentsHere { get; init; }

    public required bool MayOffer { get; init; }
    public required long? HoursChangeAt { get; init; }
    public required long? ReturnBy { get; init; }
    public required bool TeamMayReturn { get; init; }

    /// <summary>Null when the thread waits no more.</summary>
    public MatchInput? InputFor(Guid thread) => Threads.TryGetValue(thread, out var row)
        ? new MatchInput(row, site.Ladder, [.. History[thread]], [.. Departures[thread]], [.. Helpers[thread]], Candidates, AgentsOnDuty, now)
        {
            MayOffer = MayOffer,
            HoursChangeAt = HoursChangeAt,
            ReturnBy = ReturnBy,
            TeamMayReturn = TeamMayReturn,
        }
        : null;

    /// <summary>Offers just made take seats away from the questions after.</summary>
    public void Count(IReadOnlyList<Guid> offered)
    {
        foreach (var candidate in Candidates.Where(c => offered.Contains(c.Member.Id))) candidate.OfferedNow++;
    }
}
