using System.Collections.Concurrent;
using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>Says once which site's time zone this computer does not know: its team counts as always there.</summary>
public sealed partial class WarnOfTimeZones(SiteStore sites, ILogger<WarnOfTimeZones> log) : IChore
{
    private readonly ConcurrentDictionary<(Guid Site, string Zone), bool> _said = new();

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run()
    {
        foreach (var site in await sites.All())
        {
            if (!site.Hours.IsReadable && _said.TryAdd((site.Id, site.Hours.TimeZone), true)) Log.Unknown(log, site.Slug, site.Hours.TimeZone);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(141, LogLevel.Warning, "The opening hours of {Site} are in the time zone {Zone}, which this computer does not know: until it does, the team counts as always open. Install the time zones (tzdata), or choose another one in /admin")]
        public static partial void Unknown(ILogger log, string site, string zone);
    }
}
