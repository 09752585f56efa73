using CommunityWidget.Servers;
using Npgsql;
using StackExchange.Redis;

namespace CommunityWidget.Tests.Servers;

/// <summary>The servers the other tests stand on.</summary>
public sealed class PrivateServerTests
{
    [Fact]
    public async Task PostgreSQL_keeps_its_rows_over_a_kill_and_is_gone_afterwards()
    {
        if (!PrivatePostgres.IsInstalled) return;
        var postgres = await PrivatePostgres.Start();
        var name = await postgres.NewDatabase();
        await postgres.Execute("create table kept (id bigint); insert into kept values (7)", name);

        await postgres.Signal("KILL");
        await postgres.Stop();
        await postgres.StartAgain();

        await using (var source = NpgsqlDataSource.Create(postgres.ConnectionString(name)))
        await using (var command = source.CreateCommand("select id from kept")) Assert.Equal(7L, await command.ExecuteScalarAsync());
        await postgres.DisposeAsync();
        Assert.False(File.Exists($"/proc/{postgres.Pid}/cmdline"));
    }

    [Fact]
    public async Task Redis_comes_back_empty_on_the_same_port()
    {
        if (!PrivateRedis.IsInstalled) return;
        await using var redis = await PrivateRedis.Start();
        await redis.Execute("SET", "a", "1");

        await redis.Stop();
        await redis.StartAgain();

        Assert.True((await redis.Execute("GET", "a")).IsNull);
    }
}
