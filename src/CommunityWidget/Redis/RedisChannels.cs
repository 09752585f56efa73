using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>Names of the channels nodes talk on; built here and nowhere else, but for the queue's bell.</summary>
public sealed class RedisChannels(IOptions<RedisOptions> options, RedisLink link)
{
    private readonly string _begin = Begin(options.Value.Prefix, link.Number);

    /// <summary>
    /// What a channel begins with. The databases of one Redis have their keys apart, not what is published: the number is part of the name. None is as it was
    /// before there were numbers, for nodes of a release before this one.
    /// </summary>
    public static string Begin(string prefix, int database) => database == 0 ? prefix : $"{prefix}@{database}:";

    /// <summary>What a hub's nodes tell each other that is for this audience.</summary>
    public RedisChannel Push(string hub, string audience) => Literal($"push:{hub}:{audience}");

    /// <summary>On which a node hears itself.</summary>
    public RedisChannel Pulse(Guid node) => Literal($"pulse:{node:n}");

    public RedisChannel Hint(string what) => Literal($"hint:{what}");

    // Names of groups are no patterns, whatever letters are in them.
    private RedisChannel Literal(string name) => new(_begin + name, RedisChannel.PatternMode.Literal);
}
