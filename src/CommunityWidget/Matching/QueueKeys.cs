using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CommunityWidget.Redis;
using StackExchange.Redis;

namespace CommunityWidget.Matching;

/// <summary>Every key of the queue. A site's keys share a hash tag, so that a script finds all of them on one machine of a cluster.</summary>
/// <param name="prefix">What every name begins with.</param>
/// <param name="database">The number of the database the keys are in.</param>
public sealed class QueueKeys(string prefix, int database = 0)
{
    // As bytes, once for each site: they are part of every step.
    private readonly ConcurrentDictionary<Guid, SiteKeys> _sites = new();

    /// <summary>What node fields of a person begin with.</summary>
    public const string NodeField = "node:";

    /// <summary>The sites where something waits, kept apart from what they hold.</summary>
    public RedisKey Sites { get; } = $"{prefix}sites";

    public RedisKey Epoch { get; } = $"{prefix}epoch";

    /// <summary>Written to see whether Redis takes anything.</summary>
    public RedisKey Probe { get; } = $"{prefix}probe";

    /// <summary>The channel on which nodes ring each other.</summary>
    public RedisChannel Bell { get; } = new(RedisChannels.Begin(prefix, database) + "bell", RedisChannel.PatternMode.Literal);

    public RedisKey Ages(Guid site) => Of(site).Ages;

    public RedisKey Later(Guid site) => Of(site).Later;

    public RedisKey Ready(Guid site) => Of(site).Ready;

    public RedisKey Marks(Guid site) => Of(site).Marks;

    public RedisKey Person(Guid site, Guid who) => Of(site, $"person:{Name(who)}");

    // Dashes and lower case: members of equal score are then in the order of their ids.
    public static string Name(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private SiteKeys Of(Guid site) => _sites.GetOrAdd(site, static (id, keys) => new(keys.Of(id, "ages"), keys.Of(id, "later"), keys.Of(id, "ready"), keys.Of(id, "marks")), this);

    private RedisKey Of(Guid site, string what) => Encoding.UTF8.GetBytes($"{prefix}{{{Name(site)}}}:{what}");

    private sealed record SiteKeys(RedisKey Ages, RedisKey Later, RedisKey Ready, RedisKey Marks);
}
