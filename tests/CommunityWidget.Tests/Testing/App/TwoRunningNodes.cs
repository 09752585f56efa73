using CommunityWidget.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Testing.App;

/// <summary>Two nodes of one fleet in the test process: one database, one Redis. Nothing where no Redis is installed: tests say so themselves.</summary>
public sealed class TwoRunningNodes : IAsyncLifetime
{
    private readonly string _folder = ChildServer.NewFolder("community-nodes");

    public PrivateRedis Redis { get; private set; } = null!;

    public RunningApp Here { get; private set; } = null!;

    public RunningApp There { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!PrivateRedis.IsInstalled) return;
        Redis = await PrivateRedis.Start();
        (Here, There) = (new Node(this, shops: 0), new Node(this, shops: 100));
        await Here.InitializeAsync();
        await There.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        if (PrivateRedis.IsInstalled)
        {
            await Here.DisposeAsync();
            await There.DisposeAsync();
            await Redis.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Node : RunningApp
    {
        public Node(TwoRunningNodes nodes, int shops) : base(new()
        {
            ["Database:Path"] = Path.Combine(nodes._folder, "community.db"),
            ["ConnectionStrings:Redis"] = nodes.Redis.Address,
        }) => ShopsBefore = shops;
    }
}
