using System.Collections.Concurrent;
using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Matching;

/// <summary>Who is connected to this node. Beats are written once per node and interval, not per connection; by a time all nodes have in common.</summary>
public sealed class Presence(IMatchQueue queue, Db db, OfferStore offers, HeardStore heard, ClockOffset clocks, TimeProvider clock, IOptions<MatchingOptions> options)
{
    // Clients whose node was started anew come back within half of it.
    private const int ReturnMs = 10_000;

    private readonly ConcurrentDictionary<string, Caller> _connections = new();
    private readonly ConcurrentDictionary<Guid, int> _open = new();
    private volatile bool _moves;
    private readonly string _node = clock.NewId().ToString("N", CultureInfo.InvariantCulture);

    /// <summary>A connection opened. A member coming back wakes matching at once.</summary>
    public async Task Joined(string connection, Caller caller)
    {
        // In this order: who is among the connections is never taken for somebody who went meanwhile.
        _open.AddOrUpdate(caller.Id, 1, (_, count) => count + 1);
        _connections[connection] = caller;
        await queue.Beat(caller.Site.Id, _node, [caller.Id], clocks.Now());
        if (caller is MemberCaller) await queue.Wake(caller.Site.Id, clock.NowMs());
    }

    /// <summary>A connection ended. With the last one the member's offers go to others, and are no miss.</summary>
    public async Task Left(string connection, TimeSpan silentFor)
    {
        if (Closed(connection) is { } caller) await Goodbye(caller, clocks.Now() - (long)silentFor.TotalMilliseconds);
    }

    /// <summary>A connection ended because this node does: its person goes on at another one and has not left, and leaves there when they do.</summary>
    public Task Moved(string connection)
    {
        _moves = true;
        return Closed(connection) is { } caller ? queue.Move(caller.Site.Id, _node, caller.Id) : Task.CompletedTask;
    }

    /// <summary>A poll counts as a frame.</summary>
    public Task Polled(Caller caller) => queue.Beat(caller.Site.Id, node: null, [caller.Id], clocks.Now());

    /// <summary>The visitors connected to this node.</summary>
    public IReadOnlyCollection<Guid> Visitors => [.. _connections.Values.OfType<VisitorCaller>().Select(v => v.Id).Distinct()];

    public async Task BeatAll()
    {
        var (now, gone) = (clocks.Now(), new List<Caller>());
        foreach (var site in _connections.Values.Select(c => c.Site.Id).Distinct().ToList()) gone.AddRange(await BeatSite(site, now));
        // Nodes that still share a queue hear nothing from this one.
        if (!queue.SeesEveryone(clock.NowMs())) await heard.Write([.. _connections.Values.OfType<MemberCaller>().Select(m => m.Id).Distinct()], now);
        // Last: a database that takes long keeps nobody from being heard.
        foreach (var one in gone) await (_moves ? queue.Move(one.Site.Id, _node, one.Id) : Goodbye(one, now));
    }

    // Gives who went while that was on its way: they would be here again, and may have been asked since.
    private async Task<IEnumerable<Caller>> BeatSite(Guid site, long now)
    {
        var here = _connections.Values.Where(c => c.Site.Id == site).DistinctBy(c => c.Id).ToList();
        await queue.Beat(site, _node, [.. here.Select(c => c.Id)], now);
        return here.Where(c => !_open.ContainsKey(c.Id));
    }

    /// <summary>Nobody is taken to be gone while this node knows only its own people.</summary>
    public async Task<bool> VisitorIsHere(ThreadRecord thread) =>
        Here(await queue.Beats(thread.Site, [thread.Visitor], clocks.Now()), thread.Visitor) || !queue.SeesEveryone(clock.NowMs());

    /// <summary>Nobody can be asked while this node knows only its own people.</summary>
    public async Task<bool> MemberIsHere(Member member) =>
        Connected(await queue.Beats(member.Site, [member.Id], clocks.Now()), member.Id, clock.NowMs()) && queue.SeesEveryone(clock.NowMs());

    /// <summary>Whoever has a parked question could take it now: what stands in nobody else's way is only what somebody can really do.</summary>
    public bool CouldTake(IReadOnlyDictionary<Guid, Beat> beats, Member member, Site site) =>
        member.Intent == Intents.Available && member.Busy + member.Offered < member.Seats && !member.OwesCharter(site) && Connected(beats, member.Id, clock.NowMs());

    public async Task<bool> CouldTake(Member member, Site site) =>
        CouldTake(await queue.Beats(member.Site, [member.Id], clocks.Now()), member, site) && queue.SeesEveryone(clock.NowMs());

    /// <summary>A time of this node's clock, as it is counted when people were heard.</summary>
    public long ByOthers(long now) => clocks.ByOthers(now);

    /// <summary>Heard from lately, and no goodbye since. Nobody is asked any more before a conversation is taken from them.</summary>
    public bool Connected(IReadOnlyDictionary<Guid, Beat> beats, Guid member, long now) =>
        beats.TryGetValue(member, out var beat) && !beat.Left && clocks.ByOthers(now) - beat.At <= Math.Min(options.Value.VisitorHereMs, options.Value.SilenceMs);

    /// <summary>Who was heard since then, or said goodbye.</summary>
    public static bool HeardSince(IReadOnlyDictionary<Guid, Beat> beats, Guid who, long since) =>
        beats.TryGetValue(who, out var beat) && (beat.Left || beat.At >= since);

    /// <summary>Until when those not heard since presence began to be known may be on their way back.</summary>
    public long ReturnBy(long knownSince) => knownSince + Math.Min(ReturnMs, options.Value.SilenceMs);

    public bool Here(IReadOnlyDictionary<Guid, Beat> beats, Guid visitor) =>
        beats.TryGetValue(visitor, out var beat) && !beat.Left && clocks.Now() - beat.At <= options.Value.VisitorHereMs;

    private async Task Goodbye(Caller caller, long heardAt)
    {
        var leftAt = clock.NowMs();
        var left = await Leave(caller.Site.Id, caller.Id, heardAt);
        // Another node may hold a connection of theirs, or none can be asked: then they are silent, not gone.
        if (!left || !queue.SeesEveryone(clock.NowMs()) || caller is not MemberCaller) return;
        await db.Write<Done>(async tx =>
        {
            await offers.RescindOf(tx, caller.Id, leftAt, clock.NowMs());
            return Done.It;
        });
        await queue.Wake(caller.Site.Id, clock.NowMs());
    }

    private async Task<bool> Leave(Guid site, Guid who, long heardAt)
    {
        var left = await queue.Leave(site, _node, who, heardAt, clocks.Now() - options.Value.VisitorHereMs);
        if (!_open.ContainsKey(who)) return left;
        // The next page may have opened meanwhile: who is here has not left.
        await queue.Beat(site, _node, [who], clocks.Now());
        return false;
    }

    // Null while they have another one open here, or this one was told before.
    private Caller? Closed(string connection)
    {
        if (!_connections.TryRemove(connection, out var caller)) return null;
        if (_open.AddOrUpdate(caller.Id, 0, (_, count) => count - 1) > 0) return null;
        _open.TryRemove(new(caller.Id, 0));
        return caller;
    }
}
