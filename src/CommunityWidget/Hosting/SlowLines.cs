using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CommunityWidget.Hosting;

/// <summary>
/// How much the system may hold for a client that does not read. By itself it takes megabytes, and a socket that nobody reads would look
/// alive for minutes before it is cut off. Enough for a page at once, and for any chat.
/// </summary>
public static class SlowLines
{
    private const int MostBytes = 64 * 1024;

    public static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        // Inherited by each connection. A pipe or a socket in the file system has its own rules.
        if (endpoint is IPEndPoint) socket.SendBufferSize = MostBytes;
        return socket;
    }
}
