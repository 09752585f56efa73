using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>Names of the channels nodes talk on; built here and nowhere else.</summary>
public sealed class RedisChannels(IOptions<RedisOptions> options)
{
    private readonly string _prefix = options.Value.Prefix;

    /// <summary>What a hub's nodes tell each other that is for this audience.</summary>
    public RedisChannel Push(string hub, string audience) => Literal($"push:{hub}:{audience}");

    /// <summary>On which a node hears itself.</summary>
    public RedisChannel Pulse(Guid node) => Literal($"pulse:{node:n}");

    public RedisChannel Hint(string what) => Literal($"hint:{what}");

    // Names of groups are no patterns, whatever letters are in them.
    private RedisChannel Literal(string name) => new(_prefix + name, RedisChannel.PatternMode.Literal);
}
