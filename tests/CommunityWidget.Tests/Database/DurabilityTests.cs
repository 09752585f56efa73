using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>A server that answers before what it stored is safe is named at start, and used.</summary>
public sealed class DurabilityTests
{
    [PostgresFact]
    public async Task A_role_without_synchronous_commit_is_said_at_start()
    {
        Assert.Contains("synchronous_commit", Assert.Single(await Warnings("off")), StringComparison.Ordinal);
        Assert.DoesNotContain(await Warnings("on"), warning => warning.Contains("synchronous_commit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_says_nothing()
    {
        await using var world = await TestWorld.Start(on: await WorldFile.Create());
        var log = new HeardLog();

        await new DurabilityCheck(world.Db, log.For<DurabilityCheck>()).StartAsync(default);

        Assert.Empty(log.Of(LogLevel.Warning));
    }

    private static async Task<IReadOnlyList<string>> Warnings(string synchronousCommit)
    {
        var (postgres, log) = (await WorldPostgres.Create(), new HeardLog());
        var address = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Options = $"-c synchronous_commit={synchronousCommit}", Pooling = false };
        await using var dialect = new PostgresDialect(NpgsqlDataSource.Create(address.ConnectionString));
        await new DurabilityCheck(new Db(dialect, NullLogger<Db>.Instance), log.For<DurabilityCheck>()).StartAsync(default);
        await postgres.DisposeAsync();
        return log.Of(LogLevel.Warning);
    }
}
