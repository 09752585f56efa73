using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;

namespace CommunityWidget.Admin;

/// <summary>Who of a site's people could take a question now, and who was there last.</summary>
public sealed class WhoIsHere(MemberStore members, IMatchQueue queue, Presence presence, TimeProvider clock)
{
    public async Task<IReadOnlyList<PresentMember>> Of(Guid site)
    {
        var now = clock.NowMs();
        var everyone = await members.OfSite(site);
        var beats = await queue.Beats(site, [.. everyone.Select(m => m.Id)], now);
        var all = everyone.Select(member => new PresentMember(member, presence.Connected(beats, member.Id, now), LastSeen(beats, member.Id), member.SuspendedAt(now)));
        return [.. all.OrderBy(p => p.State).ThenByDescending(p => p.LastSeen ?? 0).ThenBy(p => p.Member.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private static long? LastSeen(IReadOnlyDictionary<Guid, Beat> beats, Guid member) => beats.TryGetValue(member, out var beat) ? beat.At : null;
}

/// <param name="Member">Who.</param>
/// <param name="Connected">A console of theirs is open.</param>
/// <param name="LastSeen">When they were last heard from, of late; null when that is longer ago than an hour.</param>
/// <param name="Suspended">They may not sign in.</param>
public sealed record PresentMember(Member Member, bool Connected, long? LastSeen, bool Suspended)
{
    public PresenceState State => (Connected, Member) switch
    {
        _ when Suspended => PresenceState.Suspended,
        (true, { Intent: Intents.Available } m) => m.Busy + m.Offered < m.Seats ? PresenceState.Available : PresenceState.Full,
        (true, { Paused: true }) => PresenceState.Paused,
        (true, _) => PresenceState.Connected,
        _ => PresenceState.Away,
    };
}

/// <summary>From who can help now to who cannot.</summary>
public enum PresenceState
{
    Available,
    Full,
    Paused,
    Connected,
    Away,
    Suspended,
}
