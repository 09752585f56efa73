using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Database;

/// <summary>A pooler that lends a server's connection for a transaction takes no settings of a session: whoever starts the program on it reads what to do.</summary>
public sealed class PoolerTests
{
    private const int Preamble = 8;

    [Fact]
    public async Task One_that_refuses_the_settings_of_a_session_is_said_with_what_to_do()
    {
        using var pooler = new TcpListener(IPAddress.Loopback, 0);
        pooler.Start();
        // The driver tries twice.
        var refused = Task.WhenAll(Refuse(pooler), Refuse(pooler));
        var text = $"Host=127.0.0.1;Port={((IPEndPoint)pooler.LocalEndpoint).Port};Username=community;SSL Mode=Disable";
        await using var dialect = new PostgresDialect(PostgresSource.Build(text, new()));

        var error = await Assert.ThrowsAsync<UnusableDatabaseException>(
            () => new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance).Run());

        await refused;
        Assert.Contains("Name the server itself in ConnectionStrings:Postgres, not a pooler in transaction mode.", error.Message, StringComparison.Ordinal);
    }

    // What PgBouncer answers to the first packet.
    private static async Task Refuse(TcpListener pooler)
    {
        using var client = await pooler.AcceptTcpClientAsync();
        var line = client.GetStream();
        var head = new byte[Preamble];
        await line.ReadExactlyAsync(head);
        // Asked for a cipher first: it has none.
        while (BinaryPrimitives.ReadInt32BigEndian(head) == Preamble)
        {
            await line.WriteAsync("N"u8.ToArray());
            await line.ReadExactlyAsync(head);
        }
        await line.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head) - Preamble]);
        var said = Encoding.ASCII.GetBytes("SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0");
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, said.Length + length.Length);
        await line.WriteAsync((byte[])[(byte)'E', .. length, .. said]);
    }
}
