using System.Security.Authentication;
using CommunityWidget.Database;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
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

    private static async Task<string> Said(string address)
    {
        await using var dialect = new PostgresDialect(PostgresSource.Build(address, new()));
        var migrator = new Migrator(dialect, new TestClock(), Options.Create(new DatabaseOptions()), NullLogger<Migrator>.Instance);
        var said = (await Assert.ThrowsAsync<UnusableDatabaseException>(() => migrator.Run())).Message;
        Assert.DoesNotContain("S3cret", said, StringComparison.Ordinal);
        return said;
    }
}
