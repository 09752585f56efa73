using System.Data.Common;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommunityWidget.Database;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>A server that is there and does not let us in is not told to be started: what to mend is said.</summary>
public sealed class UnreachedPostgresTests : IAsyncLifetime
{
    private PrivatePostgres _server = null!;

    public async Task InitializeAsync()
    {
        if (PrivatePostgres.IsInstalled) _server = await PrivatePostgres.Start("default_transaction_read_only=on");
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [PostgresFact]
    public async Task One_without_TLS_is_said_to_have_none() =>
        Assert.Contains("does not speak TLS", await Said($"{_server.ConnectionString("postgres")};SSL Mode=Require"), StringComparison.Ordinal);

    [PostgresFact]
    public async Task Several_that_only_read_are_said_to_lack_the_one_that_takes_writes() => Assert.Contains(
        "none of its servers takes writes", await Said($"Host=127.0.0.1:{_server.Port},localhost:{_server.Port};Username=community;Database=postgres"), StringComparison.Ordinal);

    [PostgresFact]
    public async Task One_that_asks_for_a_password_is_said_to()
    {
        await _server.LetInBy("host all all all scram-sha-256");

        Assert.Contains("asks for a password. Add Password=", await Said(_server.ConnectionString("postgres")), StringComparison.Ordinal);
        Assert.Contains("asks for a password", await Said($"Host=127.0.0.1:{_server.Port},localhost:{_server.Port};Username=community;Database=postgres"), StringComparison.Ordinal);
        // One that is there says more than one that is not.
        Assert.Contains("asks for a password", await Said($"Host=127.0.0.1:{FreePort.Find()},127.0.0.1:{_server.Port};Username=community;Database=postgres"), StringComparison.Ordinal);
        Assert.Contains("refuses this user or password", await Said($"{_server.ConnectionString("postgres")};Password=S3cret"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public Task One_that_takes_nobody_without_TLS_is_said_to_lack_a_line() => SaysThatNoLineLetsUsIn("hostssl all all all trust");

    [PostgresFact]
    public Task One_that_takes_somebody_else_only_is_said_to_lack_a_line() => SaysThatNoLineLetsUsIn("host all somebody_else all trust");

    // Where TLS is tried first, the server's last word is that there was none, whatever its lines say.
    private async Task SaysThatNoLineLetsUsIn(string line)
    {
        await _server.LetInBy(line);

        var (preferred, off) = (await Said(_server.ConnectionString("postgres")), await Said($"{_server.ConnectionString("postgres")};SSL Mode=Disable"));

        Assert.Contains("has no line in pg_hba.conf that lets this user in from here (or takes it by TLS only)", preferred, StringComparison.Ordinal);
        Assert.DoesNotContain("SSL Mode", preferred, StringComparison.Ordinal);
        Assert.Contains("by TLS only, or not at all. Write SSL Mode=Require", off, StringComparison.Ordinal);
        Assert.DoesNotContain("community\"", preferred + off, StringComparison.Ordinal);
    }

    /// <summary>Played: it would take a server with a certificate of nobody's, or one that knows old TLS only.</summary>
    [Theory]
    [InlineData("The remote certificate was rejected by the provided RemoteCertificateValidationCallback.", "no certificate that is trusted here")]
    [InlineData("Authentication failed, see inner exception.", "TLS with PostgreSQL at db:5432 failed")]
    public async Task One_that_TLS_fails_with_is_said_to_have_no_trusted_certificate_only_where_that_is_why(string why, string said)
    {
        await using var dialect = new PostgresDialect(PostgresSource.Build("Host=db", new()));

        Assert.Contains(said, dialect.Explain(new NpgsqlException("Exception while performing SSL handshake", new AuthenticationException(why))), StringComparison.Ordinal);
    }

    /// <summary>Played: it speaks TLS under a certificate of nobody's, and no more.</summary>
    [Theory]
    [InlineData("sslrootcert", null)]
    [InlineData("sslrootcert", "no certificate at all")]
    [InlineData("Root Certificate", null)]
    [InlineData("SSL Certificate", null)]
    [InlineData("SSL Certificate", "no certificate at all")]
    public async Task A_file_of_certificates_that_is_none_is_named(string word, string? content)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        using var over = new CancellationTokenSource();
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var file = Path.Combine(Path.GetTempPath(), $"community-{Keys.New()}.crt");
        if (content is not null) await File.WriteAllTextAsync(file, content);
        var answering = SpeakTls(server, over.Token);

        var said = await Said(word == "sslrootcert"
            ? $"postgresql://community:S3cret@127.0.0.1:{port}/postgres?sslmode=verify-ca&sslrootcert={Uri.EscapeDataString(file)}"
            : $"Host=127.0.0.1;Port={port};Username=community;Password=S3cret;SSL Mode={(word == "SSL Certificate" ? "Require" : "VerifyCA")};{word}={file}");

        Assert.Contains(word == "SSL Certificate" ? $"{file} (SSL Certificate)" : $"{file} (Root Certificate, sslrootcert)", said, StringComparison.Ordinal);
        await over.CancelAsync();
        await answering;
        File.Delete(file);
    }

    private static async Task SpeakTls(TcpListener server, CancellationToken over)
    {
        using var key = RSA.Create(2048);
        using var ours = new CertificateRequest("CN=db", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var asking = await server.AcceptTcpClientAsync(over);
                var (line, asked) = (asking.GetStream(), new byte[8]);
                // Asked for Kerberos first, it has none.
                for (var isTls = false; !isTls;)
                {
                    await line.ReadExactlyAsync(asked, over);
                    isTls = asked[^1] == 0x2f;
                    await line.WriteAsync(isTls ? "S"u8.ToArray() : "N"u8.ToArray(), over);
                }
                await using var tls = new SslStream(line);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = ours }, over);
            }
            catch (Exception error) when (error is IOException or AuthenticationException or OperationCanceledException)
            {
                // It hung up, as it should; or nobody asks any more.
            }
        }
    }

    private static async Task<string> Said(string address)
    {
        await using var dialect = new PostgresDialect(PostgresSource.Build(address, new()));
        var migrator = new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance);
        var said = (await Assert.ThrowsAsync<UnusableDatabaseException>(() => migrator.Run())).Message;
        Assert.DoesNotContain("S3cret", said, StringComparison.Ordinal);
        // Whoever runs already tells people to come again.
        var away = await Assert.ThrowsAnyAsync<DbException>(() => dialect.Open(CancellationToken.None));
        Assert.True(dialect.IsAway(away), $"{away}");
        return said;
    }
}
