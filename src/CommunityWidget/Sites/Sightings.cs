using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>
/// Which pages asked for the widget, and when last: their origin, at most once a minute. Nothing of the visitor is looked at.
/// Anybody may name any origin, so the ones not allowed are few and soon forgotten.
/// </summary>
public sealed class Sightings(Db db, PublicAddress address, TimeProvider clock)
{
    public const int MostStrangers = 10;

    private const long EveryMs = 60_000;
    private const int MostRemembered = 2_000;

    private readonly ConcurrentDictionary<(Guid, string), long> _last = new();

    public async Task Saw(Site site, HttpRequest request)
    {
        if (OriginOf(request) is not { } origin || !IsNew(site.Id, origin)) return;
        var now = clock.NowMs();
        await db.Write<Done>(async tx =>
        {
            if (!site.AllowsOrigin(origin) && origin != address.Origin) await MakeRoom(tx, site, origin, now);
            await tx.Execute(
                "insert into sightings (site, origin, at) values (@Id, @origin, @now) on conflict (site, origin) do update set at = @now",
                new { site.Id, origin, now });
            return Done.It;
        });
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Sighting>> Of(Guid site) =>
        db.Query<Sighting>("select origin, at from sightings where site = @site order by at desc", new { site });

    private string? OriginOf(HttpRequest request)
    {
        string? named = request.Headers.Origin;
        // A page of ours names none when it asks its own server.
        if (string.IsNullOrEmpty(named)) return request.Headers["Sec-Fetch-Site"] == "same-origin" ? address.Origin : null;
        return named == Origin.Nowhere ? named : Origin.Of(named);
    }

    private bool IsNew(Guid site, string origin)
    {
        var now = clock.NowMs();
        if (_last.Count >= MostRemembered) _last.Clear();
        if (_last.TryGetValue((site, origin), out var last) && now - last < EveryMs) return false;
        _last[(site, origin)] = now;
        return true;
    }

    private async Task MakeRoom(Tx tx, Site site, string newcomer, long now)
    {
        var strangers = (await tx.Query<Sighting>("select origin, at from sightings where site = @Id and origin <> @newcomer order by at desc", new { site.Id, newcomer }))
            .Where(s => !site.AllowsOrigin(s.Origin) && s.Origin != address.Origin);
        foreach (var old in strangers.Where((s, place) => place >= MostStrangers - 1 || s.At < now - (30L * 24 * 3_600_000)))
            await tx.Execute("delete from sightings where site = @Id and origin = @Origin", new { site.Id, old.Origin });
    }
}

/// <summary>A page's origin and when it last asked for the widget.</summary>
public sealed record Sighting
{
    public string Origin { get; init; } = "";
    public long At { get; init; }
}
