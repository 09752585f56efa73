using System.Globalization;
using StackExchange.Redis;

namespace CommunityWidget.Matching;

/// <summary>Every key of the queue. A site's keys share a hash tag, so that a script finds all of them on one machine of a cluster.</summary>
public sealed class QueueKeys(string prefix)
{
    /// <summary>What node fields of a person begin with.</summary>
    public const string NodeField = "node:";

    /// <summary>The sites that ever had something waiting, kept apart from what they hold.</summary>
    public RedisKey Sites { get; } = $"{prefix}sites";

    public RedisKey Epoch { get; } = $"{prefix}epoch";

    /// <summary>Written to see whether Redis takes anything.</summary>
    public RedisKey Probe { get; } = $"{prefix}probe";

    /// <summary>The channel on which nodes ring each other.</summary>
    public RedisChannel Bell { get; } = $"{prefix}bell";

    public RedisKey Ages(Guid site) => Of(site, "ages");

    public RedisKey Later(Guid site) => Of(site, "later");

    public RedisKey Ready(Guid site) => Of(site, "ready");

    public RedisKey Marks(Guid site) => Of(site, "marks");

    public RedisKey Person(Guid site, Guid who) => Of(site, $"person:{Name(who)}");

    // Dashes and lower case: members of equal score are then in the order of their ids.
    public static string Name(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private RedisKey Of(Guid site, string what) => $"{prefix}{{{Name(site)}}}:{what}";
}
