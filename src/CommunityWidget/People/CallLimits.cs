using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CommunityWidget.Contracts;
using Microsoft.Extensions.Options;

namespace CommunityWidget.People;

/// <summary>Section <c>Limits</c>: how much one person, one site or one address may ask of this node.</summary>
public sealed class LimitOptions
{
    /// <summary>False lifts all of these.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Calls of one visitor in a second in the long run, over the API and sockets together; twelve times as many at once.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:VisitorPerSecond must lie between 1 and 1000000.")]
    public int VisitorPerSecond { get; set; } = 10;

    /// <summary>The same for one member, who may hold many conversations.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:MemberPerSecond must lie between 1 and 1000000.")]
    public int MemberPerSecond { get; set; } = 30;

    /// <summary>Questions and messages of one visitor or volunteer within ten seconds. A hasty writer comes to half of it.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:MessagesInTenSeconds must lie between 1 and 1000000.")]
    public int MessagesInTenSeconds { get; set; } = 15;

    /// <summary>The same for everybody of one site together, so that none takes the others' share.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SitePerSecond must lie between 1 and 1000000.")]
    public int SitePerSecond { get; set; } = 2_000;

    /// <summary>New visitors from one address in a minute, of IPv6 from one network of 64 bits.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:NewVisitorsPerMinute must lie between 1 and 1000000.")]
    public int NewVisitorsPerMinute { get; set; } = 120;

    /// <summary>Looks for answers while somebody types, from one address in a minute.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SuggestionsPerMinute must lie between 1 and 1000000.")]
    public int SuggestionsPerMinute { get; set; } = 300;

    /// <summary>What somebody tries before they are known, from one address in a minute: signing in and out, a shop's word for its customer, a mail's link, a vote under an answer.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:TriesPerMinute must lie between 1 and 1000000.")]
    public int TriesPerMinute { get; set; } = 120;
}

/// <summary>
/// Nobody takes more than their share; beyond it they are told when to come again. An address is known only as a hash under a key that this
/// process makes up anew each day and writes nowhere.
/// </summary>
public sealed class CallLimits
{
    private const int AtOnce = 12;

    private readonly bool _enabled;
    private readonly Shares<Guid> _visitors, _members, _sites;
    private readonly Shares<(AddressLimits, string)> _addresses;
    private readonly TimeProvider _clock;
    private (long Day, byte[] Secret) _key = (-1, []);

    public CallLimits(IOptions<LimitOptions> options, TimeProvider clock)
    {
        (_enabled, _clock) = (options.Value.Enabled, clock);
        (_visitors, _members, _sites) = (Each(options.Value.VisitorPerSecond), Each(options.Value.MemberPerSecond), Each(options.Value.SitePerSecond));
        var each = new Dictionary<AddressLimits, int>
        {
            [AddressLimits.NewVisitors] = options.Value.NewVisitorsPerMinute,
            [AddressLimits.Suggestions] = options.Value.SuggestionsPerMinute,
            [AddressLimits.Tries] = options.Value.TriesPerMinute,
        };
        _addresses = new(who => new(each[who.Item1], each[who.Item1], TimeSpan.FromMinutes(1)), clock);
    }

    /// <summary>Null while the caller and their site have some of their share left. Programs with a key have a limit of their own.</summary>
    public Refusal? Take(Caller? caller)
    {
        if (!_enabled || caller is null or KeyCaller) return null;
        return Refused((caller is VisitorCaller ? _visitors : _members).Take(caller.Id)) ?? Refused(_sites.Take(caller.Site.Id));
    }

    /// <summary>The same for an address of which nothing is known but what is asked from it. This machine's own is a proxy's that nobody was told to trust, and so everybody's.</summary>
    public Refusal? TakeAddress(AddressLimits what, IPAddress? address) =>
        !_enabled || address is null || IPAddress.IsLoopback(address) ? null : Refused(_addresses.Take((what, Hash(address))));

    /// <summary>Null for whom nothing has to come back first. Else whoever comes again when it says is let in, if nobody takes it before them.</summary>
    public static Refusal? Refused(TimeSpan? wait) => wait is { } until ? Refusals.TooMany.NotBefore(until) : null;

    private string Hash(IPAddress address)
    {
        var known = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        // Whoever has one IPv6 address has 2^64 of them.
        var bytes = known.GetAddressBytes().AsSpan(0, known.AddressFamily == AddressFamily.InterNetworkV6 ? 8 : 4);
        var day = _clock.GetUtcNow().ToUnixTimeSeconds() / 86_400;
        if (_key.Day != day) _key = (day, RandomNumberGenerator.GetBytes(32));
        return Convert.ToHexString(HMACSHA256.HashData(_key.Secret, bytes));
    }

    private Shares<Guid> Each(int perSecond) => new(_ => new(perSecond * AtOnce, perSecond, TimeSpan.FromSeconds(1)), _clock);
}

/// <summary>What an address may do so often.</summary>
public enum AddressLimits
{
    NewVisitors,
    Suggestions,
    Tries,
}
