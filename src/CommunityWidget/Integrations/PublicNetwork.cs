using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Integrations;

/// <summary>Which addresses belong to the open internet. Whatever is not known to be public is not: private, shared, link-local, metadata, multicast, reserved, or one of these in another dress.</summary>
public static class PublicNetwork
{
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Tunnels may end anywhere (Teredo, 6to4); the others are for documents and tests.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        // Of IPv6 only what is handed out at all: loopback, unique local, link-local, multicast and translated IPv4 lie outside.
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && !Global.Contains(plain)) return false;
        return !Array.Exists(NotPublic, network => network.Contains(plain));
    }
}
