using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Two nodes of one fleet in the test process: one database, one Redis. Nothing where no Redis is installed: tests say so themselves.</summary>
public sealed class TwoRunningNodes : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public PrivateRedis Redis { get; private set; } = null!;

    public RunningApp Here { get; private set; } = null!;

    public RunningApp There { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!PrivateRedis.IsInstalled) return;
        (_database, Redis) = (await TestDatabase.Create(), await PrivateRedis.Start());
        (Here, There) = (new Node(this, shops: 0), new Node(this, shops: 100));
        await Here.InitializeAsync();
        await There.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (!PrivateRedis.IsInstalled) return;
        await Here.DisposeAsync();
        await There.DisposeAsync();
        await Redis.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Node(TwoRunningNodes nodes, int shops) : RunningApp(
        new() { ["ConnectionStrings:Redis"] = nodes.Redis.Address, ["Redis:Prefix"] = "fleet:" },
        database: () => Task.FromResult<TestDatabase>(new SharedDatabase(nodes._database)),
        shops: shops);
}
