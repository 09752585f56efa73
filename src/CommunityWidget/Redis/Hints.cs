using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>A word to the other nodes that something changed which they may remember. It may get lost: what is remembered has an age too.</summary>
public sealed class Hints(RedisLink? link = null, RedisChannels? channels = null, Listening? listening = null)
{
    /// <summary>The sites' settings.</summary>
    public const string Sites = "sites";

    /// <summary>Somebody may do less than before.</summary>
    public const string Conduct = "conduct";

    /// <summary>Readers of a public page would see something else than before.</summary>
    public const string Answers = "answers";

    /// <summary>In which trace a question was asked.</summary>
    public const string Traces = "traces";

    /// <summary>Spoken into the air where there is one node.</summary>
    public void Tell(string what, string about = "") => Quietly(() => link?.Subscriber.PublishAsync(channels!.Hint(what), about, CommandFlags.FireAndForget));

    public void OnHeard(string what, Action then) => OnHeard(what, _ => then());

    public void OnHeard(string what, Action<string> then) => Quietly(() => listening?.Add(channels!.Hint(what), about => then((string?)about ?? "")));

    private static void Quietly(Func<Task?> ask)
    {
        try
        {
            _ = ask();
        }
        catch (Exception error) when (error is RedisException or RedisCommandException or ObjectDisposedException)
        {
            // Redis is away, as its link has said, or the link was being made anew.
        }
    }
}
