using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>Packs the days that rest. Two nodes that pack the same day write the same; whoever counted meanwhile has moved its version, and it is packed at the next turn.</summary>
public sealed class PackDays(Db db, ReportStore reports, TimeProvider clock)
{
    private const int AtOnce = 30;

    // Most late answers and ratings come within a day.
    private const int RestsAfterDays = 2;

    /// <summary>Some of them; true when there may be more.</summary>
    public async Task<bool> Run()
    {
        var due = await db.Query<DayRow>(
            "select site, day, version from tally_days where packed is null and day <= @before order by day limit @AtOnce", new { before = (clock.NowMs() / PackedDay.Ms) - RestsAfterDays, AtOnce });
        foreach (var day in due)
        {
            var packed = PackedDay.Pack(day.Day, await reports.Counted(day.Site, new(day.Day * PackedDay.Ms, (day.Day + 1) * PackedDay.Ms), new()));
            var kept = await db.Write<Done>(async tx =>
            {
                await tx.Execute("update tally_days set packed = @packed where site = @Site and day = @Day and version = @Version", new { packed, day.Site, day.Day, day.Version });
                return Done.It;
            });
            if (kept.Refusal is not null) return false;
        }
        return due.Count == AtOnce;
    }

    private sealed record DayRow
    {
        public Guid Site { get; init; }
        public long Day { get; init; }
        public long Version { get; init; }
    }
}
