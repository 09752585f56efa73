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
        Assert.Contains("refuses this user or password", await Said($"{_server.ConnectionString("postgres")};Password=S3cret"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task One_that_takes_nobody_without_TLS_is_said_to()
    {
        await _server.LetInBy("hostssl all all all trust");

        var said = await Said(_server.ConnectionString("postgres"));

        Assert.Contains("by TLS only. Write SSL Mode=Require", said, StringComparison.Ordinal);
        Assert.DoesNotContain("community\"", said, StringComparison.Ordinal);
    }

    /// <summary>Played: it would take a server with a certificate of nobody's.</summary>
    [Fact]
    public async Task One_whose_certificate_is_not_trusted_is_said_to_have_none_that_is()
    {
        await using var dialect = new PostgresDialect(PostgresSource.Build("Host=db", new()));

        Assert.Contains("no certificate that is trusted here", dialect.Explain(new NpgsqlException("Exception while performing SSL handshake", new AuthenticationException("S3cret"))), StringComparison.Ordinal);
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
