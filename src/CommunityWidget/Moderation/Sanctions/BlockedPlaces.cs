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

    private long Today => clock.NowMs() / DayMs;

    public async Task Refresh()
    {
        var rows = await db.Query<Place>("select site, place as mark, max(until) as until from blocked_places where until > @now group by site, place limit @Most", new { now = clock.NowMs(), Most });
        _places = rows.ToDictionary(row => (row.Site, row.Mark), row => row.Until);
    }

    /// <summary>Keeps with a visitor where they are today, so that a block that comes when they have gone shuts it.</summary>
    public async Task Keep(VisitorCaller visitor, IPAddress? address)
    {
        var today = Today;
        if (visitor.Visitor.PlaceDay == today || visitor.Visitor.OnlyThread is not null || (await marks.Of(visitor.Site.Id, address)).Value is not { } mark) return;
        await db.Write<Done>(async tx =>
        {
            await tx.Execute("update visitors set place = @mark, place_day = @today where id = @Id and left_at is null and coalesce(place_day, 0) < @today", new { visitor.Id, mark, today });
            return Done.It;
        });
    }

    /// <summary>The same of somebody who is just let in.</summary>
    public async Task<VisitorPlace?> Here(Guid site, IPAddress? address) => (await marks.Of(site, address)).Value is { } mark ? new(mark, Today) : null;

    /// <summary>Shuts where a visitor was seen today, within the transaction that blocks them; what is shut already stays so for longer.</summary>
    public Task Shut(Tx tx, Guid visitor, long until) => tx.Execute(
        """
        insert into blocked_places (site, place, visitor, until) select site, place, id, @end from visitors where id = @visitor and place is not null and place_day = @Today
        on conflict (visitor, place) do update set until = excluded.until where excluded.until > blocked_places.until
        """,
        new { visitor, end = Math.Min(until, (Today + 1) * DayMs), Today });

    /// <summary>A visitor was seen at an address; remembered only if they are blocked.</summary>
    public async Task Seen(VisitorCaller visitor, IPAddress? address)
    {
        if (silences.BlockedUntil(visitor.Id) is not { } until || (await marks.Of(visitor.Site.Id, address)).Value is not { } mark || _places.ContainsKey((visitor.Site.Id, mark))) return;
        var end = Math.Min(until, (Today + 1) * DayMs);
        await db.Write<Done>(async tx =>
        {
            // Let write again or erased a moment ago, they shut nothing behind them.
            await tx.Execute(
                "insert into blocked_places (site, place, visitor, until) select site, @mark, id, @end from visitors where id = @Id and blocked = @yes and coalesce(blocked_until, silenced_until) > @now on conflict do nothing",
                new { visitor.Id, mark, end, yes = true, now = clock.NowMs() });
            return Done.It;
        });
        await Refresh();
    }

    /// <summary>Null lets somebody new in from there.</summary>
    public async Task<Refusal?> Of(Guid site, IPAddress? address)
    {
        var places = _places;
        if (places.Keys.All(place => place.Site != site)) return null;
        var left = (await marks.Of(site, address)).Value is { } mark && places.TryGetValue((site, mark), out var until) ? until - clock.NowMs() : 0;
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
    public static void UseBlockedPlaces(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Caller() is VisitorCaller || http.NamedSite() is not null ? Look(http, next) : next(http));

    private static async Task Look(HttpContext http, RequestDelegate next)
    {
        var places = http.RequestServices.GetRequiredService<BlockedPlaces>();
        var address = http.Connection.RemoteIpAddress;
        if (http.Caller() is VisitorCaller visitor)
        {
            // A socket is opened by a ticket that was asked for here.
            if (!http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)) await places.Keep(visitor, address);
            await places.Seen(visitor, address);
        }
        else if (http.NamedSite() is { } site && http.GetEndpoint()?.Metadata.GetMetadata<ForNewcomersAttribute>() is not null)
        {
            if (await places.Of(site.Id, address) is { } refusal)
            {
                await http.Refuse(refusal);
                return;
            }
            http.Features.Set(await places.Here(site.Id, address));
        }
        await next(http);
    }
}
