using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace CommunityWidget.Redis;

/// <summary>What <c>ConnectionStrings:Redis</c> says: as the client writes it (<c>host:port,password=…</c>), or as hosters do (<c>redis://:password@host:port/db</c>, <c>rediss://</c> with TLS).</summary>
public static class RedisAddress
{
    private const int DefaultPort = 6379;

    // This client knows a password only, no users beside the one every Redis has.
    private static OptionsValidationException NamesUser => Wrong("ConnectionStrings:Redis names a user: users' names are not supported. Give the user default a password, and write it like redis:6379,password=… or redis://:password@redis:6379.");

    // What was written may hold a password: the sentence repeats none of it.
    private static OptionsValidationException Unreadable => Wrong("ConnectionStrings:Redis cannot be read. Write it like redis:6379,password=….");

    public static ConfigurationOptions Read(string address)
    {
        var options = address.StartsWith("redis://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("rediss://", StringComparison.OrdinalIgnoreCase)
            ? FromUrl(address) : FromWords(address);
        if (options is not { EndPoints.Count: > 0 }) throw Unreadable;
        // Our scripts publish by the whole name: nodes would never hear each other ring.
        if ((string?)options.ChannelPrefix is { Length: > 0 }) throw Wrong("ConnectionStrings:Redis says channelPrefix: nodes would not hear each other. Leave it out and write Redis:Prefix.");
        if (options.DefaultDatabase < 0) throw Wrong("ConnectionStrings:Redis says a defaultDatabase that is none. Name one from 0 on, or leave it out.");
        if (!string.IsNullOrEmpty(options.ServiceName)) throw Wrong("ConnectionStrings:Redis says serviceName: Sentinel is not asked. Leave it out and name the servers themselves: redis-1:6379,redis-2:6379. The one that takes writes is found.");
        return options;
    }

    internal static OptionsValidationException Wrong(string sentence) => new("ConnectionStrings:Redis", typeof(RedisOptions), [sentence]);

    private static ConfigurationOptions? FromWords(string address)
    {
        try
        {
            // Another kind of address. Behind a comma it may be a password's.
            return address.Split(',', 2)[0].Contains("://", StringComparison.Ordinal) ? null : ConfigurationOptions.Parse(address);
        }
        catch (ArgumentException)
        {
            // As later versions of this client write it.
            if (address.Split(',').Any(part => part.TrimStart().StartsWith("user=", StringComparison.OrdinalIgnoreCase))) throw NamesUser;
            return null;
        }
    }

    // A sign that should have been written as %XX makes it another address: rather none.
    private static ConfigurationOptions? FromUrl(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.DnsSafeHost.Length == 0 || url.Query.Length > 0 || url.Fragment.Length > 0) return null;
        int? database = null;
        if (url.AbsolutePath.Trim('/') is { Length: > 0 } path)
        {
            if (!int.TryParse(path, out var number) || number < 0) return null;
            database = number;
        }
        var (user, password) = url.UserInfo.Split(':', 2) is [var first, var second] ? (first, second) : (url.UserInfo, "");
        if (user is not ("" or "default")) throw NamesUser;
        return new()
        {
            EndPoints = { { url.DnsSafeHost, url.Port < 0 ? DefaultPort : url.Port } },
            Password = password.Length == 0 ? null : Uri.UnescapeDataString(password),
            Ssl = url.Scheme == "rediss",
            DefaultDatabase = database,
        };
    }
}
