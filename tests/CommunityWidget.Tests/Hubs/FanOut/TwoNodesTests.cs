using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Hubs.FanOut;

/// <summary>Connections of two nodes, with a real Redis between them.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private Nodes _nodes = null!;

    public async Task InitializeAsync()
    {
        if (PrivateRedis.IsInstalled) _nodes = await Nodes.Start();
    }

    public Task DisposeAsync() => _nodes is null ? Task.CompletedTask : _nodes.DisposeAsync().AsTask();

    [RedisFact]
    public async Task All_a_group_a_user_and_a_connection_are_reached_on_both_and_once()
    {
        await using var here = await _nodes.Here.Connect("maya");
        await using var there = await _nodes.There.Connect("maya");
        await _nodes.Here.Manager.AddToGroupAsync(here.Id, "lamps");
        await _nodes.There.Manager.AddToGroupAsync(there.Id, "lamps");

        var manager = _nodes.Here.Manager;
        await manager.SendAllAsync("Hello", ["all"]);
        await manager.SendGroupAsync("lamps", "Hello", ["group"]);
        await manager.SendUserAsync("maya", "Hello", ["user"]);
        await manager.SendConnectionsAsync([here.Id, there.Id], "Hello", ["connection"]);

        string[] each = ["Hello(all)", "Hello(group)", "Hello(user)", "Hello(connection)"];
        await here.Until(each[^1]);
        await there.Until(each[^1]);
        Assert.Equal(each, here.Heard);
        Assert.Equal(each, there.Heard);
    }

    [RedisFact]
    public async Task Those_left_out_are_left_out_on_the_other_node_too()
    {
        await using var one = await _nodes.There.Connect();
        await using var two = await _nodes.There.Connect();
        await _nodes.There.Manager.AddToGroupAsync(one.Id, "lamps");
        await _nodes.There.Manager.AddToGroupAsync(two.Id, "lamps");

        await _nodes.Here.Manager.SendAllExceptAsync("Hello", ["all"], [one.Id]);
        await _nodes.Here.Manager.SendGroupExceptAsync("lamps", "Hello", ["group"], [one.Id]);
        await _nodes.Here.Manager.SendConnectionAsync(one.Id, "Last", ["one"]);

        await two.Until("Hello(group)");
        await one.Until("Last(one)");
        Assert.Equal(["Last(one)"], one.Heard);
    }

    [RedisFact]
    public async Task What_every_node_finds_out_by_itself_is_not_told_on()
    {
        await using var here = await _nodes.Here.Connect();
        await using var there = await _nodes.There.Connect();
        await _nodes.Here.Manager.AddToGroupAsync(here.Id, "lamps");
        await _nodes.There.Manager.AddToGroupAsync(there.Id, "lamps");

        _nodes.Here.Manager.SendHere("lamps", "Head", ["here"]);
        await _nodes.Here.Manager.SendGroupAsync("lamps", "Last", ["both"]);

        await there.Until("Last(both)");
        Assert.Equal(["Last(both)"], there.Heard);
        await here.Until("Head(here)");
    }

    [RedisFact]
    public async Task A_connection_of_the_other_node_is_put_into_a_group_and_taken_out()
    {
        await using var there = await _nodes.There.Connect();

        await _nodes.Here.Manager.AddToGroupAsync(there.Id, "lamps");
        await Eventually(async () => (await _nodes.Channels()).Any(name => name.EndsWith("group:lamps", StringComparison.Ordinal)));
        await _nodes.Here.Manager.SendGroupAsync("lamps", "Hello", ["group"]);
        await there.Until("Hello(group)");

        await _nodes.Here.Manager.RemoveFromGroupAsync(there.Id, "lamps");
        await Eventually(async () => !(await _nodes.Channels()).Any(name => name.EndsWith("group:lamps", StringComparison.Ordinal)));
    }

    [RedisFact]
    public async Task Only_what_a_connection_here_needs_is_listened_to()
    {
        Assert.Empty(await _nodes.Channels());
        await using var one = await _nodes.Here.Connect("maya");
        await using var two = await _nodes.Here.Connect("maya");
        await _nodes.Here.Manager.AddToGroupAsync(one.Id, "lamps");
        await _nodes.Here.Manager.AddToGroupAsync(two.Id, "lamps");
        string[] shared = ["community:push:VisitorHub:all", "community:push:VisitorHub:group:lamps", "community:push:VisitorHub:user:maya"];
        Assert.Equal([.. shared.Concat([$"community:push:VisitorHub:connection:{one.Id}", $"community:push:VisitorHub:connection:{two.Id}"]).Order()], await _nodes.Channels());

        await _nodes.Here.Manager.OnDisconnectedAsync(one.Connection);
        await Eventually(async () => (await _nodes.Channels()).Count == 4);
        await _nodes.Here.Manager.OnDisconnectedAsync(two.Connection);
        await Eventually(async () => (await _nodes.Channels()).Count == 0);
    }

    [RedisFact]
    public async Task Coming_and_going_quickly_leaves_whoever_is_there_listening()
    {
        await using var there = await _nodes.There.Connect();
        for (var round = 0; round < 200; round++)
        {
            await _nodes.There.Manager.AddToGroupAsync(there.Id, "lamps");
            await _nodes.There.Manager.RemoveFromGroupAsync(there.Id, "lamps");
        }
        await _nodes.There.Manager.AddToGroupAsync(there.Id, "lamps");

        await _nodes.Here.Manager.SendGroupAsync("lamps", "Hello", ["group"]);

        await there.Until("Hello(group)");
    }

    [RedisFact]
    public async Task What_was_listened_to_is_again_after_Redis_was_started_anew()
    {
        await using var there = await Listening();
        await _nodes.Redis.Stop();
        await _nodes.Here.Manager.SendGroupAsync("lamps", "Hello", ["while it was away"]);
        await _nodes.Redis.StartAgain();

        await IsHeardAgain(there);
    }

    [RedisFact]
    public async Task And_after_its_listening_connections_were_killed_again_and_again()
    {
        await using var there = await Listening();
        for (var round = 0; round < 5; round++)
        {
            await _nodes.Redis.Execute("CLIENT", "KILL", "TYPE", "pubsub");
            await IsHeardAgain(there, $"{round}.");
        }
    }

    [RedisFact]
    public async Task A_connection_that_came_while_Redis_was_away_is_heard_of_once_it_is_back()
    {
        await using (var before = await Listening()) await _nodes.There.Manager.OnDisconnectedAsync(before.Connection);
        await _nodes.Redis.Stop();
        await using var there = new HubReader();
        await InVain(_nodes.There.Manager.OnConnectedAsync(there.Connection));
        await InVain(_nodes.There.Manager.AddToGroupAsync(there.Id, "lamps"));
        await _nodes.Redis.StartAgain();

        await IsHeardAgain(there);
    }

    private Task InVain(Task waiting)
    {
        _nodes.There.Clock.Advance(TimeSpan.FromSeconds(1));
        return waiting;
    }

    private async Task<HubReader> Listening()
    {
        var there = await _nodes.There.Connect();
        await _nodes.There.Manager.AddToGroupAsync(there.Id, "lamps");
        return there;
    }

    // What was on its way when a line was killed may still come, so no two of a test read alike.
    private async Task IsHeardAgain(HubReader there, string named = "")
    {
        var count = 0;
        await Eventually(async () =>
        {
            await _nodes.Here.Manager.SendGroupAsync("lamps", "Hello", [$"again {named}{++count}"]);
            return there.Heard.Any(heard => heard.StartsWith("Hello(again", StringComparison.Ordinal));
        });
        Assert.Equal(there.Heard.Distinct(), there.Heard);
        there.Forget();
    }

    // What Redis knows and when it is back cannot be waited for, only asked.
    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds()) await Task.Delay(50, late.Token);
    }
}
