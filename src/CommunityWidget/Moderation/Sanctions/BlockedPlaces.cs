using System.Net;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.People;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>
/// Where blocked visitors write from, until the day ends: as the day's keyed hash, which nobody can turn back into an address tomorrow. Nobody
/// new is let in from there; who was there before, or is named by the shop, goes on.
/// </summary>
public sealed class BlockedPlaces(Db db, ReaderMarks marks, Silences silences, TimeProvider clock)
{
    private const long DayMs = 24L * 3_600 * 1_000;

    private const int Most = 10_000;

    private volatile IReadOnlyDictionary<(Guid Site, string Mark), long> _places = new Dictionary<(Guid, string), long>();

    public async Task Refresh()
    {
        var rows = await db.Query<Place>("select site, place as mark, max(until) as until from blocked_places where until > @now group by site, place limit @Most", new { now = clock.NowMs(), Most });
        _places = rows.ToDictionary(row => (row.Site, row.Mark), row => row.Until);
    }

    /// <summary>A visitor was seen at an address; remembered only if they are blocked.</summary>
    public async Task Seen(VisitorCaller visitor, IPAddress? address)
    {
        if (silences.BlockedUntil(visitor.Id) is not { } until || (await marks.Of(address)).Value is not { } mark || _places.ContainsKey((visitor.Site.Id, mark))) return;
        var end = Math.Min(until, ((clock.NowMs() / DayMs) + 1) * DayMs);
        await db.Write<Done>(async tx =>
        {
            await tx.Execute("delete from blocked_places where until <= @now", new { now = clock.NowMs() });
            await tx.Execute("insert into blocked_places (site, place, visitor, until) values (@Site, @mark, @Id, @end) on conflict do nothing", new { Site = visitor.Site.Id, visitor.Id, mark, end });
            return Done.It;
        });
        await Refresh();
    }

    /// <summary>Null lets somebody new in from there.</summary>
    public async Task<Refusal?> Of(Guid site, IPAddress? address)
    {
        var places = _places;
        if (places.Keys.All(place => place.Site != site)) return null;
        var left = (await marks.Of(address)).Value is { } mark && places.TryGetValue((site, mark), out var until) ? until - clock.NowMs() : 0;
        return left <= 0 ? null : Refusals.Silenced with { RetryAfter = (int)((left + 999) / 1_000) };
    }

    private sealed record Place
    {
        public Guid Site { get; init; }
        public string Mark { get; init; } = "";
        public long Until { get; init; }
    }
}

public static class BlockedDoor
{
    /// <summary>Before a blocked visitor can come in as somebody new.</summary>
    public static void UseBlockedPlaces(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var places = http.RequestServices.GetRequiredService<BlockedPlaces>();
        if (http.Caller() is VisitorCaller visitor) await places.Seen(visitor, http.Connection.RemoteIpAddress);
        else if (http.NamedSite() is { } site && http.GetEndpoint()?.Metadata.GetMetadata<ForNewcomersAttribute>() is not null
            && await places.Of(site.Id, http.Connection.RemoteIpAddress) is { } refusal)
        {
            await http.Refuse(refusal);
            return;
        }
        await next(http);
    });
}
