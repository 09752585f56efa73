using System.Net;
using System.Net.Sockets;

namespace CommunityWidget.Servers;

/// <summary>
/// A port nobody listens on, for a program that has to know its address before it listens and keeps it when it starts again. Below those
/// the system lends to outgoing connections: one of these may take such a port meanwhile.
/// </summary>
public static class FreePort
{
    // Above the last one that browsers go to nowhere (10080).
    private const int First = 10_081, Beyond = 32_768;

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Beyond);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody is there: another one.
            }
        }
    }
}
