using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>Names of the channels nodes talk on; built here and nowhere else.</summary>
public static class RedisChannels
{
    public const string Prefix = "cw:";

    /// <summary>What a hub's nodes tell each other that is for this audience.</summary>
    public static string Push(string hub, string audience) => $"{Prefix}push:{hub}:{audience}";

    /// <summary>On which a node hears itself.</summary>
    public static string Pulse(Guid node) => $"{Prefix}pulse:{node:n}";

    public static string Hint(string what) => $"{Prefix}hint:{what}";

    /// <summary>Names of groups are no patterns, whatever letters are in them.</summary>
    public static RedisChannel Literal(string name) => new(name, RedisChannel.PatternMode.Literal);
}
