using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.Sites;

/// <summary>A time zone that the computer of another day knew, and this one does not.</summary>
public sealed class TimeZoneTests
{
    private static readonly Hours Unknown = new("Mars/Base", [new(DayOfWeek.Monday, 9 * 60, 18 * 60)], [new(new(2026, 12, 25), new(2026, 12, 25), [], Yearly: true)]);

    [Fact]
    public void Hours_in_it_are_always_open()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(0);

        Assert.Equal((true, (DateTimeOffset?)null, now), (Unknown.OpenAt(now), Unknown.NextChange(now), Unknown.OpensAt(now)));
        Assert.Equal(now + TimeSpan.FromHours(1), Unknown.After(now, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task The_log_names_the_site_once_and_again_when_its_zone_is_another_unknown_one()
    {
        await using var world = await TestWorld.Start();
        var log = new WarningLog();
        var warn = new WarnOfTimeZones(world.Get<SiteStore>(), log);
        await warn.Run();
        Assert.Empty(log.Warnings);

        foreach (var zone in new[] { "Mars/Base", "Mars/Olympus" })
        {
            await Save(world, Unknown with { TimeZone = zone });
            for (var time = 0; time < 3; time++) await warn.Run();
            Assert.Contains($"of here are in the time zone {zone}", log.Warnings[^1]);
        }
        Assert.Equal(2, log.Warnings.Count);
    }

    private static Task Save(TestWorld world, Hours hours) => world.Db.Write<Done>(async tx =>
    {
        await world.Get<SiteStore>().Save(tx, world.Here with { Hours = hours });
        return Done.It;
    });

    private sealed class WarningLog : ILogger<WarnOfTimeZones>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning) Warnings.Add(formatter(state, exception));
        }
    }
}
