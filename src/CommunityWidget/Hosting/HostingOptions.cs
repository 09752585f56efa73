using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CommunityWidget.Hosting;

/// <summary>Section <c>Hosting</c>: the process among others.</summary>
public sealed class HostingOptions
{
    /// <summary>How long this node takes, when it is told to end, to move its clients to others.</summary>
    [Range(0, 600_000, ErrorMessage = "Hosting:DrainMs must lie between 0 and 600000 milliseconds.")]
    public int DrainMs { get; set; } = 10_000;

    /// <summary>Addresses or networks of the proxies in front, separated by commas; what they say of the outer address, scheme and host is believed.</summary>
    public string TrustedProxies { get; set; } = "";

    public IReadOnlyList<IPNetwork> Networks() => [.. TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    public bool ProxiesAreUsable
    {
        get
        {
            try
            {
                return Networks().Count >= 0;
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }

    private static IPNetwork Network(string text)
    {
        if (text.Contains('/')) return IPNetwork.Parse(text);
        var one = IPAddress.Parse(text);
        return new(one, one.GetAddressBytes().Length * 8);
    }
}
